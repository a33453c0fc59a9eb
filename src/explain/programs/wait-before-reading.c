/* wait-before-reading: the parent waits for the child's end before it reads what the child writes, and that is more than the pipe holds. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	static char text[100000];
	long total = 0;
	ssize_t n;

	if (pipe(fds) == -1)
		return 1;
	if (fork() == 0) { //@ name writer
		close(fds[0]);
		memset(text, 'x', sizeof text);
		if (write(fds[1], text, sizeof text) == -1)
			_exit(1);
		_exit(0);
	}
	close(fds[1]);
	waitpid(-1, NULL, 0);
	while ((n = read(fds[0], text, sizeof text)) > 0)
		total += n;
	printf("%ld bytes\n", total);
	return 0;
}
