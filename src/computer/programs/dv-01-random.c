/* /dev/urandom, /dev/random and getrandom: bytes that nobody foresees. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/random.h>
#include <sys/sysmacros.h>

static void device(const char *path)
{
	char first[16], second[16];
	struct stat status;
	int fd = open(path, O_RDWR);
	show(path, fd >= 0);
	fstat(fd, &status);
	printf("%o %u:%u\n", status.st_mode, major(status.st_rdev), minor(status.st_rdev));
	show("read", read(fd, first, 16));
	show("read", read(fd, second, 16));
	show("the same", memcmp(first, second, 16) == 0);
	show("nothing", read(fd, first, 0));
	show("seek", lseek(fd, 100, SEEK_SET));
	struct pollfd entry = {fd, POLLIN, 0};
	show("poll", poll(&entry, 1, 0));
	close(fd);
}

int main(void)
{
	static char many[5000];
	char first[16], second[16];
	device("/dev/urandom");
	device("/dev/random");
	show("getrandom", getrandom(first, 16, 0));
	show("getrandom", getrandom(second, 16, GRND_NONBLOCK));
	show("the same", memcmp(first, second, 16) == 0);
	show("none", getrandom(first, 0, 0));
	show("many", getrandom(many, sizeof many, GRND_RANDOM));
	int seen[256] = {0}, kinds = 0;
	for (unsigned i = 0; i < sizeof many; i++)
		kinds += seen[(unsigned char)many[i]]++ == 0;
	show("kinds of bytes", kinds);
	show("no such flag", getrandom(first, 16, 64));
	show("two that exclude each other", getrandom(first, 16, GRND_RANDOM | GRND_INSECURE));
	show("to nowhere", getrandom((char *)8, 16, 0));
	show("getentropy", getentropy(first, 16));
	show("too much", getentropy(many, 300));
	return 0;
}
