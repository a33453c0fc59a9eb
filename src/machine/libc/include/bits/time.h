// struct timespec and struct timeval.
#ifndef _BITS_TIME_H
#define _BITS_TIME_H

#include <bits/shared_types.h>

struct timespec {
	time_t tv_sec;
	long tv_nsec;
};

struct timeval {
	time_t tv_sec;
	suseconds_t tv_usec;
};

#endif
