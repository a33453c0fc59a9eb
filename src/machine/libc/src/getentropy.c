// getentropy: random bytes of the kernel; getrandom is a system call.
#include <errno.h>
#include <sys/random.h>

int getentropy(void *buffer, size_t size)
{
	if (size > 256) {
		errno = EIO;
		return -1;
	}
	return getrandom(buffer, size, 0) == -1 ? -1 : 0;
}
