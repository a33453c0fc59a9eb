// openat and its kin: from the working directory, or by an absolute path.
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

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

int mkdirat(int directory, const char *path, mode_t mode)
{
	return is_plain(directory, path) ? mkdir(path, mode) : -1;
}

int mkfifoat(int directory, const char *path, mode_t mode)
{
	return is_plain(directory, path) ? mkfifo(path, mode) : -1;
}

int symlinkat(const char *from, int directory, const char *path)
{
	return is_plain(directory, path) ? symlink(from, path) : -1;
}

ssize_t readlinkat(int directory, const char *path, char *buffer, size_t size)
{
	return is_plain(directory, path) ? readlink(path, buffer, size) : -1;
}

int unlinkat(int directory, const char *path, int flags)
{
	if (flags & ~AT_REMOVEDIR) {
		errno = EINVAL;
		return -1;
	}
	if (!is_plain(directory, path))
		return -1;
	return flags & AT_REMOVEDIR ? rmdir(path) : unlink(path);
}

int renameat(int from_directory, const char *from, int to_directory, const char *to)
{
	return is_plain(from_directory, from) && is_plain(to_directory, to) ? rename(from, to) : -1;
}

int fchmodat(int directory, const char *path, mode_t mode, int flags)
{
	if (flags != 0) {
		errno = flags == AT_SYMLINK_NOFOLLOW ? ENOTSUP : EINVAL;
		return -1;
	}
	return is_plain(directory, path) ? chmod(path, mode) : -1;
}

int faccessat(int directory, const char *path, int mode, int flags)
{
	if (flags & ~(AT_EACCESS | AT_SYMLINK_NOFOLLOW)) {
		errno = EINVAL;
		return -1;
	}
	return is_plain(directory, path) ? access(path, mode) : -1;
}
