// The types of wide characters.
#ifndef _BITS_WIDE_H
#define _BITS_WIDE_H

#include <stddef.h>

typedef unsigned int wint_t;
#define WEOF 0xffffffffu

#endif
