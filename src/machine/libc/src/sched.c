// Scheduling policies and processors: one processor, and the ordinary policy for all.
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int is_policy(int policy)
{
	return policy >= SCHED_OTHER && policy <= SCHED_IDLE && policy != 4;
}

static int refuse(int error)
{
	errno = error;
	return -1;
}

static int lives(pid_t pid)
{
	int kept = errno;
	if (pid != 0 && kill(pid, 0) == -1 && errno != EPERM)
		return 0;
	errno = kept;
	return 1;
}

int sched_get_priority_max(int policy)
{
	if (!is_policy(policy))
		return refuse(EINVAL);
	return policy == SCHED_FIFO || policy == SCHED_RR ? 99 : 0;
}

int sched_get_priority_min(int policy)
{
	if (!is_policy(policy))
		return refuse(EINVAL);
	return policy == SCHED_FIFO || policy == SCHED_RR ? 1 : 0;
}

int sched_getparam(pid_t pid, struct sched_param *parameter)
{
	if (pid < 0 || parameter == NULL)
		return refuse(EINVAL);
	if (!lives(pid))
		return -1;
	parameter->sched_priority = 0;
	return 0;
}

int sched_getscheduler(pid_t pid)
{
	if (pid < 0)
		return refuse(EINVAL);
	return lives(pid) ? SCHED_OTHER : -1;
}

int sched_setscheduler(pid_t pid, int policy, const struct sched_param *parameter)
{
	int realtime = policy == SCHED_FIFO || policy == SCHED_RR;
	int priority = parameter->sched_priority;
	if (pid < 0 || !is_policy(policy) || (realtime ? priority < 1 || priority > 99 : priority != 0))
		return refuse(EINVAL);
	if (pid != 0 && kill(pid, 0) == -1)
		return -1;
	return realtime ? refuse(EPERM) : 0;
}

int sched_setparam(pid_t pid, const struct sched_param *parameter)
{
	return sched_setscheduler(pid, SCHED_OTHER, parameter);
}

int sched_rr_get_interval(pid_t pid, struct timespec *time)
{
	if (pid < 0)
		return refuse(EINVAL);
	if (!lives(pid))
		return -1;
	time->tv_sec = 0;
	time->tv_nsec = 4000000;
	return 0;
}

int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set)
{
	if (size < 8)
		return refuse(EINVAL);
	if (!lives(pid))
		return -1;
	memset(set, 0, size);
	set->__bits[0] = 1;
	return 0;
}

int sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set)
{
	if (size < 8 || !(set->__bits[0] & 1))
		return refuse(EINVAL);
	return lives(pid) ? 0 : -1;
}

int sched_getcpu(void)
{
	return 0;
}
