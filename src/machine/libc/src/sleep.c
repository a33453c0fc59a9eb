// Sleeping in seconds and microseconds.
#include <errno.h>
#include <time.h>
#include <unistd.h>

unsigned int sleep(unsigned int seconds)
{
	int kept = errno;
	struct timespec time = {seconds, 0};
	if (nanosleep(&time, &time) == -1)
		return time.tv_sec;
	errno = kept;
	return 0;
}

int usleep(useconds_t microseconds)
{
	struct timespec time = {microseconds / 1000000, microseconds % 1000000 * 1000L};
	return nanosleep(&time, NULL);
}
