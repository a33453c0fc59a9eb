// <sys/timerfd.h>: timers behind a descriptor.
#ifndef _SYS_TIMERFD_H
#define _SYS_TIMERFD_H

#include <time.h>

enum {
	TFD_CLOEXEC = 02000000,
	TFD_NONBLOCK = 00004000
};
#define TFD_CLOEXEC TFD_CLOEXEC
#define TFD_NONBLOCK TFD_NONBLOCK

enum {
	TFD_TIMER_ABSTIME = 1,
	TFD_TIMER_CANCEL_ON_SET = 2
};
#define TFD_TIMER_ABSTIME TFD_TIMER_ABSTIME
#define TFD_TIMER_CANCEL_ON_SET TFD_TIMER_CANCEL_ON_SET

int timerfd_create(clockid_t clock, int flags);
int timerfd_gettime(int fd, struct itimerspec *value);
int timerfd_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old);

#endif
