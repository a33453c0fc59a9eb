// What tells a program of an event: <signal.h> gives it, and <mqueue.h>.
#ifndef _BITS_SIGEVENT_H
#define _BITS_SIGEVENT_H

#include <bits/shared_types.h>

union sigval {
	int sival_int;
	void *sival_ptr;
};
typedef union sigval sigval_t;

struct sigevent {
	union sigval sigev_value;
	int sigev_signo;
	int sigev_notify;
	union {
		int __pad[12];
		pid_t __tid;
		struct {
			void (*__function)(union sigval);
			void *__attributes;
		} __by_thread;
	} __sigev;
};
typedef struct sigevent sigevent_t;
#define sigev_notify_function __sigev.__by_thread.__function
#define sigev_notify_attributes __sigev.__by_thread.__attributes
#define SIGEV_SIGNAL 0
#define SIGEV_NONE 1
#define SIGEV_THREAD 2
#pragma clang deprecated(SIGEV_THREAD, "is not supported on this computer: timer_create and mq_notify fail with ENOSYS")
#define SIGEV_THREAD_ID 4

#endif
