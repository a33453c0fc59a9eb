// statx, as glibc makes it of fstatat on a system that has no call of that name: no time of birth, no attributes.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

static struct statx_timestamp timestamp(struct timespec time)
{
	return (struct statx_timestamp){.tv_sec = time.tv_sec, .tv_nsec = time.tv_nsec};
}

int statx(int directory, const char *path, int flags, unsigned int mask, struct statx *status)
{
	struct stat known;
	int followed = flags & (AT_EMPTY_PATH | AT_NO_AUTOMOUNT | AT_SYMLINK_NOFOLLOW);
	int synchronized = flags & AT_STATX_SYNC_TYPE;
	if (flags != (followed | synchronized) || synchronized == AT_STATX_SYNC_TYPE || mask & STATX__RESERVED) {
		errno = EINVAL;
		return -1;
	}
	if (fstatat(directory, path, &known, followed) == -1)
		return -1;
	*status = (struct statx){
		.stx_mask = STATX_BASIC_STATS,
		.stx_blksize = known.st_blksize,
		.stx_nlink = known.st_nlink,
		.stx_uid = known.st_uid,
		.stx_gid = known.st_gid,
		.stx_mode = known.st_mode,
		.stx_ino = known.st_ino,
		.stx_size = known.st_size,
		.stx_blocks = known.st_blocks,
		.stx_atime = timestamp(known.st_atim),
		.stx_ctime = timestamp(known.st_ctim),
		.stx_mtime = timestamp(known.st_mtim),
		.stx_rdev_major = major(known.st_rdev),
		.stx_rdev_minor = minor(known.st_rdev),
		.stx_dev_major = major(known.st_dev),
		.stx_dev_minor = minor(known.st_dev),
	};
	return 0;
}
