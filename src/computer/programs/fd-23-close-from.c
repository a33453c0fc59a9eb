/* closefrom: a descriptor and all above it. */
#define _GNU_SOURCE
#include "row.h"
#include <fcntl.h>

static void which_are_open(void)
{
	for (int fd = 3; fd < 40; fd++)
		if (fcntl(fd, F_GETFD) != -1)
			printf("%d ", fd);
	printf("\n");
}

int main(void)
{
	close_range(3, 9, 0);
	for (int fd = 10; fd < 14; fd++)
		dup2(1, fd);
	dup2(1, 30);
	which_are_open();
	closefrom(12);
	which_are_open();
	closefrom(12);
	closefrom(3);
	which_are_open();
	return 0;
}
