/* own-write-end: the reader holds a write end, and the parent that waits for it holds one too: two lines are missing. */
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	char byte;

	if (pipe(fds) == -1)
		return 1;
	if (fork() == 0) { //@ name reader
		while (read(fds[0], &byte, 1) > 0)
			;
		_exit(0);
	}
	wait(NULL);
	return 0;
}
