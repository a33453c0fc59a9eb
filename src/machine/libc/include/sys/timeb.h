// <sys/timeb.h>: the time in milliseconds.
#ifndef _SYS_TIMEB_H
#define _SYS_TIMEB_H

#include <bits/types.h>

struct timeb {
	time_t time;
	unsigned short millitm;
	short timezone;
	short dstflag;
};

int ftime(struct timeb *time);

#endif
