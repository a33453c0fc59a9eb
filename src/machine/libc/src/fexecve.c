// fexecve, execveat: a program that is open, or below a directory that is.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int __execveat(int directory, const char *path, char *const arguments[], char *const environment[]);

int execveat(int directory, const char *path, char *const arguments[], char *const environment[], int flags)
{
	if (flags & ~(AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW))
		errno = EINVAL;
	else if (*path == 0 && !(flags & AT_EMPTY_PATH))
		errno = ENOENT;
	else
		__execveat(directory, path, arguments, environment);
	return -1;
}

int fexecve(int fd, char *const arguments[], char *const environment[])
{
	if (fd < 0 || arguments == NULL || environment == NULL) {
		errno = EINVAL;
		return -1;
	}
	return __execveat(fd, "", arguments, environment);
}
