// posix_fallocate: a file that is at least so long; its result is the error's number.
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int posix_fallocate(int fd, off_t offset, off_t length)
{
	struct stat status;
	int kept = errno, error = 0;
	if (offset < 0 || length <= 0)
		return EINVAL;
	if (fstat(fd, &status) == -1)
		error = errno;
	else if (S_ISFIFO(status.st_mode))
		error = ESPIPE;
	else if (!S_ISREG(status.st_mode))
		error = ENODEV;
	else if (status.st_size < offset + length && ftruncate(fd, offset + length) == -1)
		error = errno == EINVAL ? EBADF : errno;
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
