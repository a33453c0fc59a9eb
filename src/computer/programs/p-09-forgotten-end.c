/* P-09: the write end that a child inherited keeps the pipe open. */
#include "row.h"

int main(void)
{
	int ends[2];
	char byte;
	pipe(ends);
	pid_t child = fork();
	if (child == 0)
		for (;;)
			pause();
	close(ends[1]);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	show("forgotten", read(ends[0], &byte, 1));
	kill(child, SIGKILL);
	wait(NULL);
	show("after its death", read(ends[0], &byte, 1));
	return 0;
}
