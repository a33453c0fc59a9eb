// Calls by a directory and a name that have flags: the flags are seen to here, the rest is the kernel's.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int __statat(int directory, const char *path, struct stat *status, int follow);
int __unlinkat(int directory, const char *path);
int __rmdirat(int directory, const char *path);
int __chmodat(int directory, const char *path, mode_t mode);
int __accessat(int directory, const char *path, int mode, int flags);
int __chownat(int directory, const char *path, uid_t uid, gid_t gid, int follow);
int __linkat(int from_directory, const char *from, int to_directory, const char *to, int follow);

static int has_other(int flags, int known)
{
	if ((flags & ~known) == 0)
		return 0;
	errno = EINVAL;
	return 1;
}

int fstatat(int directory, const char *path, struct stat *status, int flags)
{
	if (has_other(flags, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT | AT_EMPTY_PATH))
		return -1;
	if (flags & AT_EMPTY_PATH && *path == '\0')
		return directory == AT_FDCWD ? stat(".", status) : fstat(directory, status);
	return __statat(directory, path, status, !(flags & AT_SYMLINK_NOFOLLOW));
}

int mkfifoat(int directory, const char *path, mode_t mode)
{
	return mknodat(directory, path, (mode & 07777) | S_IFIFO, 0);
}

int unlinkat(int directory, const char *path, int flags)
{
	if (has_other(flags, AT_REMOVEDIR))
		return -1;
	return flags & AT_REMOVEDIR ? __rmdirat(directory, path) : __unlinkat(directory, path);
}

int linkat(int from_directory, const char *from, int to_directory, const char *to, int flags)
{
	if (has_other(flags, AT_SYMLINK_FOLLOW))
		return -1;
	return __linkat(from_directory, from, to_directory, to, flags & AT_SYMLINK_FOLLOW);
}

static int is_link(int directory, const char *path)
{
	struct stat status;
	return __statat(directory, path, &status, 0) == 0 && S_ISLNK(status.st_mode);
}

int fchmodat(int directory, const char *path, mode_t mode, int flags)
{
	if (has_other(flags, AT_SYMLINK_NOFOLLOW))
		return -1;
	if (flags & AT_SYMLINK_NOFOLLOW && is_link(directory, path)) {
		errno = EOPNOTSUPP;
		return -1;
	}
	return __chmodat(directory, path, mode);
}

int faccessat(int directory, const char *path, int mode, int flags)
{
	if (has_other(flags, AT_EACCESS | AT_SYMLINK_NOFOLLOW))
		return -1;
	if (flags & AT_SYMLINK_NOFOLLOW && is_link(directory, path))
		return 0;
	return __accessat(directory, path, mode, flags);
}

int fchownat(int directory, const char *path, uid_t uid, gid_t gid, int flags)
{
	if (has_other(flags, AT_SYMLINK_NOFOLLOW))
		return -1;
	return __chownat(directory, path, uid, gid, !(flags & AT_SYMLINK_NOFOLLOW));
}
