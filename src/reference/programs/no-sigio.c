/* A program that wants SIGIO when there is something to read, and is refused; poll tells it too. */
#define _GNU_SOURCE
#include "row.h"

int main(void)
{
	int ends[2];
	pipe(ends);
	show("F_SETOWN", fcntl(ends[0], F_SETOWN, getpid()));
	show("O_ASYNC", fcntl(ends[0], F_SETFL, O_ASYNC));
	if (fork() == 0) {
		settle();
		write(ends[1], "x", 1);
		_exit(0);
	}
	struct pollfd reads = {ends[0], POLLIN, 0};
	show("poll", poll(&reads, 1, -1));
	wait(NULL);
	return 0;
}
