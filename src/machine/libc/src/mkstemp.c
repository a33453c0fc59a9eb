// Files with a new name.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int make_name(char *template, unsigned int attempt)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	size_t length = strlen(template);
	if (length < 6 || strcmp(template + length - 6, "XXXXXX") != 0) {
		errno = EINVAL;
		return -1;
	}
	// No two processes ask at the same time.
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	unsigned int value = (now.tv_sec * 1000000 + now.tv_nsec / 1000) * 2654435761u + attempt * 40503u;
	for (int i = 0; i < 6; i++) {
		template[length - 6 + i] = letters[value % 62];
		value = value / 62 + attempt;
	}
	return 0;
}

static int again(char *template)
{
	strcpy(template + strlen(template) - 6, "XXXXXX");
	return errno == EEXIST;
}

int mkstemp(char *template)
{
	static unsigned int attempt;
	int fd;
	do {
		if (make_name(template, attempt++) == -1)
			return -1;
		fd = open(template, O_RDWR | O_CREAT | O_EXCL, 0600);
	} while (fd == -1 && again(template));
	return fd;
}

char *mkdtemp(char *template)
{
	static unsigned int attempt;
	int result;
	do {
		if (make_name(template, attempt++) == -1)
			return NULL;
		result = mkdir(template, 0700);
	} while (result == -1 && again(template));
	return result == -1 ? NULL : template;
}

char *mktemp(char *template)
{
	struct stat status;
	static unsigned int attempt;
	do {
		if (make_name(template, attempt++) == -1) {
			*template = 0;
			return template;
		}
	} while (lstat(template, &status) == 0 && (errno = EEXIST, again(template)));
	return template;
}
