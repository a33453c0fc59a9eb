/* What every program of a row shares: printing a call's result with the name of its error. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static inline const char *error_name(int error)
{
	switch (error) {
	case EPERM: return "EPERM";
	case ENOENT: return "ENOENT";
	case ESRCH: return "ESRCH";
	case EINTR: return "EINTR";
	case EBADF: return "EBADF";
	case ECHILD: return "ECHILD";
	case EAGAIN: return "EAGAIN";
	case EACCES: return "EACCES";
	case EFAULT: return "EFAULT";
	case EBUSY: return "EBUSY";
	case EEXIST: return "EEXIST";
	case ENOTDIR: return "ENOTDIR";
	case EISDIR: return "EISDIR";
	case EINVAL: return "EINVAL";
	case ENXIO: return "ENXIO";
	case EMFILE: return "EMFILE";
	case ESPIPE: return "ESPIPE";
	case EPIPE: return "EPIPE";
	case ERANGE: return "ERANGE";
	case ENOTEMPTY: return "ENOTEMPTY";
	default: return strerror(error);
	}
}

/* The rows that what follows is about. */
static inline void row(const char *what)
{
	printf("-- %s\n", what);
	fflush(stdout);
}

static inline long show(const char *what, long value)
{
	int error = errno;
	if (value == -1)
		printf("%s: -1 %s\n", what, error_name(error));
	else
		printf("%s: %ld\n", what, value);
	fflush(stdout);
	errno = error;
	return value;
}

static inline void show_status(const char *what, int status)
{
	if (WIFEXITED(status))
		printf("%s: exited %d\n", what, WEXITSTATUS(status));
	else if (WIFSIGNALED(status))
		printf("%s: killed by %d\n", what, WTERMSIG(status));
	else if (WIFSTOPPED(status))
		printf("%s: stopped by %d\n", what, WSTOPSIG(status));
	else if (WIFCONTINUED(status))
		printf("%s: continued\n", what);
	fflush(stdout);
}

/* Long enough for every other process to reach its next wait. */
static inline void settle(void)
{
	struct timespec time = {0, 30 * 1000 * 1000};
	while (nanosleep(&time, &time) == -1)
		;
}
