/* P-19, P-20, P-21, P-24, P-33, P-34: pages, not bytes. */
#define _GNU_SOURCE
#include "row.h"

static char block[8192];

int main(void)
{
	int ends[2];
	pipe(ends);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	for (int i = 0; i < 15; i++)
		write(ends[1], block, 4096);
	show("1", write(ends[1], block, 1));
	show("4096", write(ends[1], block, 4096));
	show("5000", write(ends[1], block, 5000));
	show("3192", write(ends[1], block, 3192));
	show("1", write(ends[1], block, 1));
	(void)read(ends[0], block, 1);
	show("after 1 byte read", write(ends[1], block, 1));
	(void)read(ends[0], block, 4095);
	show("after a page read", write(ends[1], block, 1));
	close(ends[0]);
	close(ends[1]);
	pipe(ends);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	show("set 0", fcntl(ends[0], F_SETPIPE_SZ, 0));
	show("set 5000", fcntl(ends[0], F_SETPIPE_SZ, 5000));
	show("set 8193", fcntl(ends[0], F_SETPIPE_SZ, 8193));
	show("set -1", fcntl(ends[0], F_SETPIPE_SZ, -1));
	write(ends[1], block, 8192);
	show("set 4096 with two pages used", fcntl(ends[0], F_SETPIPE_SZ, 4096));
	(void)read(ends[0], block, 8192);
	show("set 4096", fcntl(ends[0], F_SETPIPE_SZ, 4096));
	write(ends[1], block, 4000);
	(void)read(ends[0], block, 3999);
	show("96", write(ends[1], block, 96));
	show("1", write(ends[1], block, 1));
	return 0;
}
