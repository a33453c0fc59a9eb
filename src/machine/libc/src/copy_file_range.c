// copy_file_range: bytes from one file to another, by reading and writing.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_file(int fd)
{
	struct stat status;
	if (fstat(fd, &status) == -1)
		return 0;
	if (!S_ISREG(status.st_mode))
		errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
	return S_ISREG(status.st_mode);
}

static int may(int from, int to)
{
	int from_flags = fcntl(from, F_GETFL), to_flags = fcntl(to, F_GETFL);
	if (from_flags == -1 || to_flags == -1)
		return 0;
	if (!is_file(from) || !is_file(to))
		return 0;
	if ((from_flags & O_ACCMODE) == O_WRONLY || (to_flags & O_ACCMODE) == O_RDONLY || to_flags & O_APPEND) {
		errno = EBADF;
		return 0;
	}
	return 1;
}

static int overlap(int from, int to, off_t start, off_t end, size_t count)
{
	struct stat a, b;
	fstat(from, &a);
	fstat(to, &b);
	return a.st_ino == b.st_ino && a.st_dev == b.st_dev && start < end + (off_t)count && end < start + (off_t)count;
}

ssize_t copy_file_range(int from, off_t *from_offset, int to, off_t *to_offset, size_t count, unsigned int flags)
{
	char bytes[4096];
	size_t copied = 0;
	if (flags != 0) {
		errno = EINVAL;
		return -1;
	}
	if (!may(from, to))
		return -1;
	off_t source = from_offset ? *from_offset : lseek(from, 0, SEEK_CUR);
	off_t target = to_offset ? *to_offset : lseek(to, 0, SEEK_CUR);
	if (source < 0 || target < 0 || overlap(from, to, source, target, count)) {
		errno = EINVAL;
		return -1;
	}
	while (copied < count) {
		size_t part = count - copied < sizeof bytes ? count - copied : sizeof bytes;
		ssize_t got = pread(from, bytes, part, source + copied);
		if (got <= 0)
			break;
		ssize_t put = pwrite(to, bytes, got, target + copied);
		if (put == -1 && copied == 0)
			return -1;
		if (put == -1)
			break;
		copied += put;
	}
	if (from_offset)
		*from_offset += copied;
	else
		lseek(from, copied, SEEK_CUR);
	if (to_offset)
		*to_offset += copied;
	else
		lseek(to, copied, SEEK_CUR);
	return copied;
}
