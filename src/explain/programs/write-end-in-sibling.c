/* write-end-left-open: the second worker inherited the write end of the first one's pipe and does not know of it. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void work(int in, char name)
{
	char buffer[64];
	while (read(in, buffer, sizeof buffer) > 0)
		;
	buffer[0] = name;
	buffer[1] = '\n';
	if (write(STDOUT_FILENO, buffer, 2) != 2)
		_exit(1);
	_exit(0);
}

int main(void)
{
	int first[2], second[2];

	if (pipe(first) == -1)
		return 1;
	if (fork() == 0) { //@ name worker A
		close(first[1]);
		work(first[0], 'A');
	}
	close(first[0]);
	if (pipe(second) == -1)
		return 1;
	if (fork() == 0) { //@ name worker B
		close(second[1]);
		work(second[0], 'B');
	}
	close(second[0]);
	close(first[1]);
	if (wait(NULL) == -1)
		return 1;
	close(second[1]);
	wait(NULL);
	return 0;
}
