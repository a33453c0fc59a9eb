// ulimit: the older form of getrlimit and setrlimit, in blocks of 512 bytes.
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <sys/resource.h>
#include <ulimit.h>
#include <unistd.h>

long ulimit(int command, ...)
{
	struct rlimit limit;
	if (command == 4)
		return sysconf(_SC_OPEN_MAX);
	if (command == UL_GETFSIZE) {
		if (getrlimit(RLIMIT_FSIZE, &limit) == -1)
			return -1;
		return limit.rlim_cur == RLIM_INFINITY ? LONG_MAX : (long)(limit.rlim_cur / 512);
	}
	if (command == UL_SETFSIZE) {
		va_list arguments;
		va_start(arguments, command);
		long blocks = va_arg(arguments, long);
		va_end(arguments);
		limit.rlim_cur = limit.rlim_max = (unsigned long)blocks > RLIM_INFINITY / 512 ? RLIM_INFINITY : (rlim_t)blocks * 512;
		return setrlimit(RLIMIT_FSIZE, &limit) == -1 ? -1 : blocks;
	}
	errno = EINVAL;
	return -1;
}
