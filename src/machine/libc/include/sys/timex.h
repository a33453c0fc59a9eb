// <sys/timex.h>: tuning the clock.
#ifndef _SYS_TIMEX_H
#define _SYS_TIMEX_H

#include <sys/time.h>

struct timex {
	unsigned int modes;
	long offset;
	long freq;
	long maxerror;
	long esterror;
	int status;
	long constant;
	long precision;
	long tolerance;
	struct timeval time;
	long tick;
	long ppsfreq;
	long jitter;
	int shift;
	long stabil;
	long jitcnt;
	long calcnt;
	long errcnt;
	long stbcnt;
	int tai;
	int __pad[11];
};

int adjtimex(struct timex *time);

#endif
