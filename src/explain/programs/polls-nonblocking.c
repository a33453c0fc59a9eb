/* polls-without-waiting: the descriptor does not wait, so the loop asks millions of times. */
#include <fcntl.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	char byte;

	if (pipe(fds) == -1)
		return 1;
	fcntl(fds[0], F_SETFL, O_NONBLOCK);
	if (fork() == 0) { //@ name writer
		pause();
		_exit(write(fds[1], "x", 1) != 1);
	}
	while (read(fds[0], &byte, 1) != 1)
		;
	return 0;
}
