// NULL and size_t, which a dozen headers define.
#ifndef _BITS_NULL_H
#define _BITS_NULL_H

#include <features.h>

#define NULL ((void *)0)
typedef unsigned long size_t;

#endif
