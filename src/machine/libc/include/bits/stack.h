// A stack for signal handlers or contexts.
#ifndef _BITS_STACK_H
#define _BITS_STACK_H

#include <bits/null.h>

typedef struct {
	void *ss_sp;
	int ss_flags;
	size_t ss_size;
} stack_t;

#endif
