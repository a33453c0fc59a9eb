// sysconf and its kin: limits that a program asks for while it runs.
#include <errno.h>
#include <limits.h>
#include <sys/resource.h>
#include <unistd.h>

static long limit_of(int resource)
{
	struct rlimit limit;
	if (getrlimit(resource, &limit) == -1)
		return -1;
	return limit.rlim_cur == RLIM_INFINITY ? -1 : (long)limit.rlim_cur;
}

int getpagesize(void)
{
	return 4096;
}

int getdtablesize(void)
{
	return limit_of(RLIMIT_NOFILE);
}

long sysconf(int name)
{
	switch (name) {
	case _SC_ARG_MAX:
		return 2097152;
	case _SC_CHILD_MAX:
		return limit_of(RLIMIT_NPROC);
	case _SC_CLK_TCK:
		return 100;
	case _SC_NGROUPS_MAX:
		return NGROUPS_MAX;
	case _SC_OPEN_MAX:
		return limit_of(RLIMIT_NOFILE);
	case _SC_STREAM_MAX:
		return 16;
	case _SC_JOB_CONTROL:
	case _SC_SAVED_IDS:
		return 1;
	case _SC_REALTIME_SIGNALS:
	case _SC_TIMERS:
	case _SC_VERSION:
	case _SC_THREADS:
	case _SC_MONOTONIC_CLOCK:
		return _POSIX_VERSION;
	case _SC_MQ_OPEN_MAX:
	case _SC_SEM_NSEMS_MAX:
	case _SC_THREAD_THREADS_MAX:
	case _SC_TIMER_MAX:
		return -1;
	case _SC_MQ_PRIO_MAX:
		return MQ_PRIO_MAX;
	case _SC_PAGESIZE:
		return 4096;
	case _SC_RTSIG_MAX:
		return RTSIG_MAX;
	case _SC_SEM_VALUE_MAX:
		return SEM_VALUE_MAX;
	case _SC_LINE_MAX:
		return LINE_MAX;
	case _SC_IOV_MAX:
		return IOV_MAX;
	case _SC_LOGIN_NAME_MAX:
		return LOGIN_NAME_MAX;
	case _SC_HOST_NAME_MAX:
		return HOST_NAME_MAX;
	case _SC_THREAD_STACK_MIN:
		return PTHREAD_STACK_MIN;
	case _SC_NPROCESSORS_CONF:
	case _SC_NPROCESSORS_ONLN:
		return 1;
	case _SC_PHYS_PAGES:
	case _SC_AVPHYS_PAGES:
		return 262144;
	case _SC_ATEXIT_MAX:
		return INT_MAX;
	default:
		errno = EINVAL;
		return -1;
	}
}

static long path_limit(int name)
{
	switch (name) {
	case _PC_LINK_MAX:
		return 127;
	case _PC_MAX_CANON:
	case _PC_MAX_INPUT:
	case _PC_NAME_MAX:
		return 255;
	case _PC_PATH_MAX:
	case _PC_PIPE_BUF:
		return 4096;
	case _PC_CHOWN_RESTRICTED:
	case _PC_NO_TRUNC:
		return 1;
	case _PC_VDISABLE:
		return 0;
	default:
		errno = EINVAL;
		return -1;
	}
}

long fpathconf(int fd, int name)
{
	if (fd < 0) {
		errno = EBADF;
		return -1;
	}
	return path_limit(name);
}

long pathconf(const char *path, int name)
{
	if (*path == 0) {
		errno = ENOENT;
		return -1;
	}
	return path_limit(name);
}
