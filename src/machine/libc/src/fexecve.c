// fexecve: a program that is open, by the name that /proc gives its descriptor.
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int fexecve(int fd, char *const arguments[], char *const environment[])
{
	char path[32];
	if (fd < 0 || arguments == NULL || environment == NULL) {
		errno = EINVAL;
		return -1;
	}
	sprintf(path, "/proc/self/fd/%d", fd);
	execve(path, arguments, environment);
	if (errno == ENOENT)
		errno = EBADF;
	return -1;
}
