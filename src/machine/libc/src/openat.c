// openat, fstatat: from the working directory, or by an absolute path.
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>

static int is_plain(int directory, const char *path)
{
	if (directory == AT_FDCWD || *path == '/')
		return 1;
	errno = fcntl(directory, F_GETFD) == -1 ? EBADF : ENOTSUP;
	return 0;
}

int openat(int directory, const char *path, int flags, ...)
{
	mode_t mode = 0;
	if (flags & O_CREAT) {
		va_list arguments;
		va_start(arguments, flags);
		mode = va_arg(arguments, mode_t);
		va_end(arguments);
	}
	return is_plain(directory, path) ? open(path, flags, mode) : -1;
}

int fstatat(int directory, const char *path, struct stat *status, int flags)
{
	if (!is_plain(directory, path))
		return -1;
	return flags & AT_SYMLINK_NOFOLLOW ? lstat(path, status) : stat(path, status);
}
