// posix_fallocate: a file that is at least so long; its result is the error's number.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int posix_fallocate(int fd, off_t offset, off_t length)
{
	int kept = errno;
	int error = fallocate(fd, 0, offset, length) == -1 ? errno : 0;
	errno = kept;
	return error;
}

int posix_fadvise(int fd, off_t offset, off_t length, int advice)
{
	(void)offset;
	(void)length;
	int kept = errno;
	if (fcntl(fd, F_GETFD) == -1) {
		errno = kept;
		return EBADF;
	}
	return advice < 0 || advice > 5 ? EINVAL : 0;
}
