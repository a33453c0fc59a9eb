// getrandom: numbers that no program foresees, but the same in every run of this computer.
#include <errno.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

ssize_t getrandom(void *buffer, size_t size, unsigned int flags)
{
	static unsigned long state;
	unsigned char *bytes = buffer;
	struct timespec now;
	if (flags & ~3u) {
		errno = EINVAL;
		return -1;
	}
	clock_gettime(CLOCK_MONOTONIC, &now);
	state ^= (unsigned long)now.tv_sec * 1000000000ul + (unsigned long)now.tv_nsec + ((unsigned long)getpid() << 40);
	for (size_t i = 0; i < size; i++) {
		state += 0x9e3779b97f4a7c15ul;
		unsigned long mixed = (state ^ state >> 30) * 0xbf58476d1ce4e5b9ul;
		mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebul;
		bytes[i] = (unsigned char)(mixed >> 56);
	}
	return (ssize_t)size;
}

int getentropy(void *buffer, size_t size)
{
	if (size > 256) {
		errno = EIO;
		return -1;
	}
	return getrandom(buffer, size, 0) == -1 ? -1 : 0;
}
