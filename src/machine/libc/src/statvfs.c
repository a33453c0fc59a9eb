// statvfs: the file system of this computer, which is one, has room, and counts no blocks.
#include <string.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>

int __statfs(const char *path);
int __fstatfs(int fd);

#define BLOCK 4096
#define BLOCKS (1024 * 1024 / 4)
#define TMPFS_MAGIC 0x01021994

static int tell(struct statvfs *status)
{
	memset(status, 0, sizeof *status);
	status->f_bsize = status->f_frsize = BLOCK;
	status->f_blocks = status->f_bfree = status->f_bavail = BLOCKS;
	status->f_files = status->f_ffree = status->f_favail = BLOCKS;
	status->f_flag = ST_RELATIME;
	status->f_namemax = 255;
	return 0;
}

static int tell_as_linux(struct statfs *status)
{
	memset(status, 0, sizeof *status);
	status->f_type = TMPFS_MAGIC;
	status->f_bsize = status->f_frsize = BLOCK;
	status->f_blocks = status->f_bfree = status->f_bavail = BLOCKS;
	status->f_files = status->f_ffree = BLOCKS;
	status->f_namelen = 255;
	status->f_flags = ST_RELATIME;
	return 0;
}

int statvfs(const char *path, struct statvfs *status)
{
	return __statfs(path) == -1 ? -1 : tell(status);
}

int fstatvfs(int fd, struct statvfs *status)
{
	return __fstatfs(fd) == -1 ? -1 : tell(status);
}

int statfs(const char *path, struct statfs *status)
{
	return __statfs(path) == -1 ? -1 : tell_as_linux(status);
}

int fstatfs(int fd, struct statfs *status)
{
	return __fstatfs(fd) == -1 ? -1 : tell_as_linux(status);
}
