/* close_range: many descriptors at once. */
#define _GNU_SOURCE
#include "row.h"
#include <fcntl.h>

static void which_are_open(void)
{
	for (int fd = 0; fd < 40; fd++)
		if (fcntl(fd, F_GETFD) != -1)
			printf("%d%s ", fd, fcntl(fd, F_GETFD) & FD_CLOEXEC ? "e" : "");
	printf("\n");
}

int main(void)
{
	for (int fd = 10; fd < 20; fd++)
		dup2(1, fd);
	dup2(1, 30);
	close_range(3, 9, 0);
	which_are_open();
	show("12 to 14", close_range(12, 14, 0));
	which_are_open();
	show("on exec", close_range(16, 17, CLOSE_RANGE_CLOEXEC));
	which_are_open();
	show("none open", close_range(12, 14, 0));
	show("to the end", close_range(18, ~0u, 0));
	which_are_open();
	show("backwards", close_range(5, 3, 0));
	show("no such flag", close_range(3, 5, 64));
	return 0;
}
