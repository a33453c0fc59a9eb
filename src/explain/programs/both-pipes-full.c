/* both-pipes-full: all is written to the filter before anything is read back, and the filter answers while it reads. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int to[2], from[2];
	static char text[400000];
	char chunk[4096];
	ssize_t n;

	if (pipe(to) == -1 || pipe(from) == -1)
		return 1;
	if (fork() == 0) { //@ name filter
		close(to[1]);
		close(from[0]);
		while ((n = read(to[0], chunk, sizeof chunk)) > 0)
			if (write(from[1], chunk, n) == -1)
				_exit(1);
		_exit(0);
	}
	close(to[0]);
	close(from[1]);
	memset(text, 'x', sizeof text);
	if (write(to[1], text, sizeof text) == -1)
		return 1;
	close(to[1]);
	while ((n = read(from[0], chunk, sizeof chunk)) > 0)
		;
	wait(NULL);
	return 0;
}
