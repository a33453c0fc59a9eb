// Files with a new name.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// Six letters for the X that stand before the last `after` letters.
static int make_name(char *template, int after, unsigned int attempt)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	long place = (long)strlen(template) - after - 6;
	if (after < 0 || place < 0 || memcmp(template + place, "XXXXXX", 6) != 0) {
		errno = EINVAL;
		return -1;
	}
	// No two processes ask at the same time.
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	unsigned int value = (now.tv_sec * 1000000 + now.tv_nsec / 1000) * 2654435761u + attempt * 40503u;
	for (int i = 0; i < 6; i++) {
		template[place + i] = letters[value % 62];
		value = value / 62 + attempt;
	}
	return 0;
}

static int again(char *template, int after)
{
	memcpy(template + strlen(template) - after - 6, "XXXXXX", 6);
	return errno == EEXIST;
}

int mkostemps(char *template, int after, int flags)
{
	static unsigned int attempt;
	int fd;
	do {
		if (make_name(template, after, attempt++) == -1)
			return -1;
		fd = open(template, (flags & ~O_ACCMODE) | O_RDWR | O_CREAT | O_EXCL, 0600);
	} while (fd == -1 && again(template, after));
	return fd;
}

int mkstemps(char *template, int after)
{
	return mkostemps(template, after, 0);
}

int mkostemp(char *template, int flags)
{
	return mkostemps(template, 0, flags);
}

int mkstemp(char *template)
{
	return mkostemps(template, 0, 0);
}

char *mkdtemp(char *template)
{
	static unsigned int attempt;
	int result;
	do {
		if (make_name(template, 0, attempt++) == -1)
			return NULL;
		result = mkdir(template, 0700);
	} while (result == -1 && again(template, 0));
	return result == -1 ? NULL : template;
}

char *mktemp(char *template)
{
	struct stat status;
	static unsigned int attempt;
	do {
		if (make_name(template, 0, attempt++) == -1) {
			*template = 0;
			return template;
		}
	} while (lstat(template, &status) == 0 && (errno = EEXIST, again(template, 0)));
	return template;
}
