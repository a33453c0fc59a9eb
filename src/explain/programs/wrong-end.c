/* wrong-descriptor: the parent writes into the read end; the error is not looked at, and the child waits for bytes. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	char byte = '-';

	if (pipe(fds) == -1)
		return 1;
	if (fork() == 0) { //@ name reader
		if (read(fds[0], &byte, 1) != 1)
			_exit(1);
		printf("%c\n", byte);
		return 0;
	}
	write(fds[0], "x", 1);
	wait(NULL);
	return 0;
}
