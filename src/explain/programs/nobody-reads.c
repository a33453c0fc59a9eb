/* nobody-reads: the child reads only after it is told to go, and the parent tells it after it has written everything. */
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int data[2], go[2];
	static char text[100000];

	if (pipe(data) == -1 || pipe(go) == -1)
		return 1;
	if (fork() == 0) { //@ name reader
		close(data[1]);
		close(go[1]);
		if (read(go[0], text, 1) == 1)
			while (read(data[0], text, sizeof text) > 0)
				;
		_exit(0);
	}
	close(data[0]);
	close(go[0]);
	memset(text, 'x', sizeof text);
	if (write(data[1], text, sizeof text) == -1 || write(go[1], "g", 1) == -1)
		return 1;
	close(data[1]);
	wait(NULL);
	return 0;
}
