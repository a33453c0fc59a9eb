// ualarm: SIGALRM after microseconds.
#include <sys/time.h>
#include <unistd.h>

unsigned int ualarm(unsigned int microseconds, unsigned int interval)
{
	struct itimerval value = {{interval / 1000000, interval % 1000000}, {microseconds / 1000000, microseconds % 1000000}};
	struct itimerval old;
	if (setitimer(ITIMER_REAL, &value, &old) == -1)
		return -1;
	return old.it_value.tv_sec * 1000000 + old.it_value.tv_usec;
}
