// nice: the nice value in steps.
#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

int nice(int step)
{
	int kept = errno;
	errno = 0;
	int old = getpriority(PRIO_PROCESS, 0);
	if (old == -1 && errno != 0)
		return -1;
	if (setpriority(PRIO_PROCESS, 0, old + step) == -1) {
		if (errno == EACCES)
			errno = EPERM;
		return -1;
	}
	errno = kept;
	return getpriority(PRIO_PROCESS, 0);
}
