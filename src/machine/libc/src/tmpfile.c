// tmpfile: a file without a name.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>

FILE *tmpfile(void)
{
	int fd = open("/tmp", O_RDWR | O_EXCL | O_TMPFILE, 0600);
	return fd == -1 ? NULL : fdopen(fd, "w+");
}
