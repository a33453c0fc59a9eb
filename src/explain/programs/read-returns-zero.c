/* read-returns-zero: 0 is end of file and no error, and the loop goes on as long as there is no error. */
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	char byte;
	ssize_t n;

	if (pipe(fds) == -1)
		return 1;
	if (fork() == 0) { //@ name writer
		close(fds[0]);
		_exit(write(fds[1], "abc", 3) != 3);
	}
	close(fds[1]);
	while ((n = read(fds[0], &byte, 1)) >= 0)
		if (n > 0 && write(STDOUT_FILENO, &byte, 1) != 1)
			return 1;
	wait(NULL);
	return 0;
}
