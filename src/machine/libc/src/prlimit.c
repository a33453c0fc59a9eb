// prlimit: the limits of the process itself, told and set in one call.
#define _GNU_SOURCE
#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

int prlimit(pid_t pid, int resource, const struct rlimit *limit, struct rlimit *old)
{
	struct rlimit before;
	if (pid != 0 && pid != getpid()) {
		if (getpgid(pid) != -1)
			errno = EPERM;
		return -1;
	}
	if (getrlimit(resource, &before) == -1 || (limit != NULL && setrlimit(resource, limit) == -1))
		return -1;
	if (old != NULL)
		*old = before;
	return 0;
}
