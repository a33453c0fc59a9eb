/* statx tells what stat does, and takes no flags that it does not know. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/sysmacros.h>

static void compare(const char *path, int flags)
{
	struct statx x;
	struct stat s;
	show(path, statx(AT_FDCWD, path, flags, STATX_BASIC_STATS, &x));
	if (fstatat(AT_FDCWD, path, &s, flags & AT_SYMLINK_NOFOLLOW) == -1)
		return;
	printf("all of it: %d\n", (x.stx_mask & STATX_BASIC_STATS) == STATX_BASIC_STATS);
	printf("mode %o, links %u, size %llu\n", x.stx_mode, x.stx_nlink, S_ISREG(x.stx_mode) ? (unsigned long long)x.stx_size : 0);
	printf("same: %d %d %d %d\n", x.stx_ino == s.st_ino, x.stx_uid == s.st_uid && x.stx_gid == s.st_gid,
		x.stx_mtime.tv_sec == s.st_mtim.tv_sec && x.stx_mtime.tv_nsec == (unsigned int)s.st_mtim.tv_nsec,
		makedev(x.stx_dev_major, x.stx_dev_minor) == s.st_dev && makedev(x.stx_rdev_major, x.stx_rdev_minor) == s.st_rdev);
}

int main(void)
{
	struct statx x;
	umask(022);
	int fd = open("file", O_RDWR | O_CREAT, 0640);
	show("write", write(fd, "text", 4));
	symlink("file", "link");
	compare("file", 0);
	compare("link", AT_STATX_DONT_SYNC);
	compare("link", AT_SYMLINK_NOFOLLOW);
	compare("/dev/null", AT_NO_AUTOMOUNT);
	compare("missing", 0);
	show("by descriptor", statx(fd, "", AT_EMPTY_PATH, STATX_SIZE, &x));
	printf("%llu bytes, structure of %zu\n", (unsigned long long)x.stx_size, sizeof x);
	show("without AT_EMPTY_PATH", statx(fd, "", 0, STATX_SIZE, &x));
	show("no such flag", statx(fd, "file", 0x40000, STATX_SIZE, &x));
	show("both ways to synchronize", statx(fd, "file", AT_STATX_SYNC_TYPE, STATX_SIZE, &x));
	show("reserved", statx(AT_FDCWD, "file", 0, STATX__RESERVED, &x));
	return 0;
}
