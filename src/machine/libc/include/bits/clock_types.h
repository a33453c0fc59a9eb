// The types of clocks and timers, which <time.h> gives, and <sys/types.h>.
#ifndef _BITS_CLOCK_TYPES_H
#define _BITS_CLOCK_TYPES_H

typedef long clock_t;
typedef int clockid_t;
typedef void *timer_t;

#endif
