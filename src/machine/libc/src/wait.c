// BSD's forms of waiting; wait and waitpid are system calls here. Nobody counts a child's use of resources.
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage)
{
	if (usage)
		memset(usage, 0, sizeof *usage);
	return waitpid(pid, status, options);
}

pid_t wait3(int *status, int options, struct rusage *usage)
{
	return wait4(-1, status, options, usage);
}
