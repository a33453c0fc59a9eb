// readahead, syncfs: a file read early, a file system's state on its disk.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

ssize_t readahead(int fd, off_t offset, size_t count)
{
	(void)offset;
	(void)count;
	int flags = fcntl(fd, F_GETFL);
	if (flags == -1)
		return -1;
	if ((flags & O_ACCMODE) != O_WRONLY)
		return 0;
	errno = EBADF;
	return -1;
}

int syncfs(int fd)
{
	return fcntl(fd, F_GETFD) == -1 ? -1 : 0;
}
