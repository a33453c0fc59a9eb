/* P-42, P-43: what one cannot do with a pipe, and what fstat says of it. */
#include "row.h"
#include <sys/ioctl.h>

int main(void)
{
	int ends[2], waiting;
	char byte;
	struct stat a, b;
	pipe(ends);
	write(ends[1], "abc", 3);
	show("lseek", lseek(ends[0], 0, SEEK_CUR));
	show("pread", pread(ends[0], &byte, 1, 0));
	show("pwrite", pwrite(ends[1], "x", 1, 0));
	fstat(ends[0], &a);
	fstat(ends[1], &b);
	printf("fifo %d size %ld same %d\n", S_ISFIFO(a.st_mode), (long)a.st_size, a.st_ino == b.st_ino);
	ioctl(ends[1], FIONREAD, &waiting);
	printf("FIONREAD %d\n", waiting);
	return 0;
}
