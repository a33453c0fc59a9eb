/* write-end-left-open: the parent waits for the reader before it has closed its own write end. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	char buffer[64];
	ssize_t n;

	if (pipe(fds) == -1)
		return 1;
	if (fork() == 0) { //@ name reader
		close(fds[1]);
		while ((n = read(fds[0], buffer, sizeof buffer)) > 0)
			if (write(STDOUT_FILENO, buffer, n) != n)
				_exit(1);
		_exit(0);
	}
	close(fds[0]);
	if (write(fds[1], "hello\n", 6) != 6)
		return 1;
	wait(NULL);
	close(fds[1]);
	return 0;
}
