/* SG-37: a handler writes into a pipe that the main program polls. */
#include "row.h"

static int ends[2];

static void handler(int signal)
{
	char byte = (char)signal;
	write(ends[1], &byte, 1);
}

int main(void)
{
	char byte;
	pipe(ends);
	signal(SIGALRM, handler);
	alarm(1);
	struct pollfd entry = {ends[0], POLLIN, 0};
	show("interrupted", poll(&entry, 1, -1));
	show("poll", poll(&entry, 1, -1));
	read(ends[0], &byte, 1);
	printf("signal %d\n", byte);
	return 0;
}
