/* write-end-across-exec: the helper was begun with the write end still open; exec keeps what is not close-on-exec. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int fds[2], gate[2];
	char byte;

	if (argc > 1 && strcmp(argv[1], "helper") == 0) {
		while (read(STDIN_FILENO, &byte, 1) > 0)
			;
		return 0;
	}
	if (pipe(fds) == -1 || pipe(gate) == -1)
		return 1;
	if (fork() == 0) { //@ name helper
		dup2(gate[0], STDIN_FILENO);
		close(gate[0]);
		close(gate[1]);
		close(fds[0]);
		execl(argv[0], argv[0], "helper", (char *)NULL);
		_exit(127);
	}
	close(gate[0]);
	close(fds[1]);
	while (read(fds[0], &byte, 1) > 0)
		;
	puts("the end");
	close(gate[1]);
	wait(NULL);
	return 0;
}
