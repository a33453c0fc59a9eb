// <fcntl.h>: open and the flags of descriptors.
#ifndef _FCNTL_H
#define _FCNTL_H

#include <bits/types.h>
#ifdef _DEFAULT_SOURCE
#include <bits/access.h>
#endif
#include <sys/stat.h>

#define O_ACCMODE 3
#define O_RDONLY 0
#define O_WRONLY 1
#define O_RDWR 2
#define O_CREAT 0100
#define O_EXCL 0200
#define O_NOCTTY 0400
#define O_TRUNC 01000
#define O_APPEND 02000
#define O_NONBLOCK 04000
#define O_NDELAY O_NONBLOCK
#define O_DSYNC 010000
#define O_ASYNC 020000
#pragma clang deprecated(O_ASYNC, "is not supported on this computer, where no SIGIO is sent: fcntl fails with ENOSYS")
#define O_DIRECTORY 0200000
#define O_NOFOLLOW 0400000
#define O_CLOEXEC 02000000
#define O_SYNC 04010000
#define O_RSYNC O_SYNC
#define O_FSYNC O_SYNC
#ifdef _GNU_SOURCE
#define O_DIRECT 040000
#define O_LARGEFILE 0
#define O_NOATIME 01000000
#define O_PATH 010000000
#define O_TMPFILE 020200000
#endif

#define F_DUPFD 0
#define F_GETFD 1
#define F_SETFD 2
#define F_GETFL 3
#define F_SETFL 4
#define F_GETLK 5
#define F_SETLK 6
#define F_SETLKW 7
#define F_SETOWN 8
#pragma clang deprecated(F_SETOWN, "is not supported on this computer, where no SIGIO is sent: fcntl fails with ENOSYS")
#define F_GETOWN 9
#define F_DUPFD_CLOEXEC 1030
#ifdef _GNU_SOURCE
#define F_SETSIG 10
#define F_GETSIG 11
#define F_SETOWN_EX 15
#define F_GETOWN_EX 16
#define F_OFD_GETLK 36
#define F_OFD_SETLK 37
#define F_OFD_SETLKW 38
#define F_SETLEASE 1024
#define F_GETLEASE 1025
#define F_NOTIFY 1026
#define F_SETPIPE_SZ 1031
#define F_GETPIPE_SZ 1032
#endif

#ifdef _DEFAULT_SOURCE
#define FAPPEND O_APPEND
#define FFSYNC O_FSYNC
#define FNDELAY O_NDELAY
#define FNONBLOCK O_NONBLOCK
#endif

#define FD_CLOEXEC 1
#define F_RDLCK 0
#define F_WRLCK 1
#define F_UNLCK 2
#define LOCK_SH 1
#define LOCK_EX 2
#define LOCK_NB 4
#define LOCK_UN 8

#ifndef SEEK_SET
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#endif
#define AT_FDCWD (-100)
#define AT_SYMLINK_NOFOLLOW 0x100
#define AT_REMOVEDIR 0x200
#define AT_EACCESS 0x200

struct flock {
	short l_type;
	short l_whence;
	off_t l_start;
	off_t l_len;
	pid_t l_pid;
};

#define AT_SYMLINK_FOLLOW 0x400
#define F_EXLCK 4
#define F_GETLK64 5
#define F_SETLK64 6
#define F_SETLKW64 7
#define F_SHLCK 8

int creat(const char *path, mode_t mode);
int fcntl(int fd, int command, ...);
int open(const char *path, int flags, ...);
int posix_fadvise(int fd, off_t offset, off_t length, int advice);
int posix_fallocate(int fd, off_t offset, off_t length);
#define POSIX_FADV_NORMAL 0
#define POSIX_FADV_RANDOM 1
#define POSIX_FADV_SEQUENTIAL 2
#define POSIX_FADV_WILLNEED 3
#define POSIX_FADV_DONTNEED 4
#define POSIX_FADV_NOREUSE 5
int openat(int directory, const char *path, int flags, ...);
#define open64 open

#ifdef _GNU_SOURCE
#include <bits/iovec.h>
#define AT_NO_AUTOMOUNT 0x800
#define AT_EMPTY_PATH 0x1000
#define AT_STATX_SYNC_TYPE 0x6000
#define AT_STATX_SYNC_AS_STAT 0
#define AT_STATX_FORCE_SYNC 0x2000
#define AT_STATX_DONT_SYNC 0x4000
#define SPLICE_F_MOVE 1
#define SPLICE_F_NONBLOCK 2
#define SPLICE_F_MORE 4
#define SPLICE_F_GIFT 8
int fallocate(int fd, int mode, off_t offset, off_t length);
ssize_t readahead(int fd, off_t offset, size_t count);
ssize_t splice(int from, off_t *from_offset, int to, off_t *to_offset, size_t count, unsigned int flags);
ssize_t tee(int from, int to, size_t count, unsigned int flags);
ssize_t vmsplice(int fd, const struct iovec *vector, size_t count, unsigned int flags);
#endif

#endif
