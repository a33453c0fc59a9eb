// preadv, pwritev: several buffers at a place.
#include <errno.h>
#include <sys/uio.h>
#include <unistd.h>

static int is_count(int count)
{
	if (count >= 0 && count <= UIO_MAXIOV)
		return 1;
	errno = EINVAL;
	return 0;
}

ssize_t preadv(int fd, const struct iovec *vector, int count, off_t offset)
{
	ssize_t total = 0;
	for (int i = 0; is_count(count) && i < count; i++) {
		ssize_t got = pread(fd, vector[i].iov_base, vector[i].iov_len, offset + total);
		if (got == -1)
			return total > 0 ? total : -1;
		total += got;
		if ((size_t)got < vector[i].iov_len)
			break;
	}
	return is_count(count) ? total : -1;
}

ssize_t pwritev(int fd, const struct iovec *vector, int count, off_t offset)
{
	ssize_t total = 0;
	for (int i = 0; is_count(count) && i < count; i++) {
		ssize_t put = pwrite(fd, vector[i].iov_base, vector[i].iov_len, offset + total);
		if (put == -1)
			return total > 0 ? total : -1;
		total += put;
		if ((size_t)put < vector[i].iov_len)
			break;
	}
	return is_count(count) ? total : -1;
}
