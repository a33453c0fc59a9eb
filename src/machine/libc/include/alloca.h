// <alloca.h>: memory on the stack.
#ifndef _ALLOCA_H
#define _ALLOCA_H

#include <bits/null.h>

#define alloca(size) __builtin_alloca(size)

#endif
