/* P-16, P-17, P-18, P-22, P-23, P-25: how much goes into a pipe. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/ioctl.h>

static char block[100000];

static void fill(size_t size)
{
	int ends[2], waiting, count = 0;
	pipe(ends);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	while (write(ends[1], block, size) == (ssize_t)size)
		count++;
	ioctl(ends[0], FIONREAD, &waiting);
	printf("%zu: %d writes, then %s, %d bytes\n", size, count, error_name(errno), waiting);
	close(ends[0]);
	close(ends[1]);
}

int main(void)
{
	int ends[2];
	pipe(ends);
	show("capacity", fcntl(ends[0], F_GETPIPE_SZ));
	fill(4096);
	fill(2049);
	fill(64);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	show("100000", write(ends[1], block, 100000));
	show("full", write(ends[1], block, 1));
	(void)read(ends[0], block, 4096);
	show("10000 with 4096 free", write(ends[1], block, 10000));
	(void)read(ends[0], block, 4096);
	write(ends[1], block, 4000);
	show("4096 with 96 free", write(ends[1], block, 4096));
	return 0;
}
