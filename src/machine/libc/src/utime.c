// The times of a file: the older calls are forms of utimensat.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <utime.h>

int __utimensat(int directory, const char *path, const struct timespec times[2], int nofollow);

int utimensat(int directory, const char *path, const struct timespec times[2], int flags)
{
	if (path == NULL || flags & ~AT_SYMLINK_NOFOLLOW) {
		errno = EINVAL;
		return -1;
	}
	return __utimensat(directory, path, times, flags);
}

int futimens(int fd, const struct timespec times[2])
{
	if (fd < 0) {
		errno = EBADF;
		return -1;
	}
	return __utimensat(fd, NULL, times, 0);
}

static int converted(const struct timeval times[2], struct timespec exact[2])
{
	for (int i = 0; i < 2; i++) {
		if (times[i].tv_usec < 0 || times[i].tv_usec >= 1000000) {
			errno = EINVAL;
			return 0;
		}
		exact[i].tv_sec = times[i].tv_sec;
		exact[i].tv_nsec = times[i].tv_usec * 1000;
	}
	return 1;
}

int futimesat(int directory, const char *path, const struct timeval times[2])
{
	struct timespec exact[2];
	if (times != NULL && !converted(times, exact))
		return -1;
	return __utimensat(directory, path, times == NULL ? NULL : exact, 0);
}

int utimes(const char *path, const struct timeval times[2])
{
	return futimesat(AT_FDCWD, path, times);
}

int lutimes(const char *path, const struct timeval times[2])
{
	struct timespec exact[2];
	if (times != NULL && !converted(times, exact))
		return -1;
	return __utimensat(AT_FDCWD, path, times == NULL ? NULL : exact, AT_SYMLINK_NOFOLLOW);
}

int futimes(int fd, const struct timeval times[2])
{
	struct timespec exact[2];
	if (times != NULL && !converted(times, exact))
		return -1;
	return futimens(fd, times == NULL ? NULL : exact);
}

int utime(const char *path, const struct utimbuf *times)
{
	struct timespec exact[2];
	if (times == NULL)
		return __utimensat(AT_FDCWD, path, NULL, 0);
	exact[0].tv_sec = times->actime;
	exact[1].tv_sec = times->modtime;
	exact[0].tv_nsec = exact[1].tv_nsec = 0;
	return __utimensat(AT_FDCWD, path, exact, 0);
}
