// <stddef.h>: the types of sizes and differences, NULL, offsetof.
#ifndef _STDDEF_H
#define _STDDEF_H

#include <bits/null.h>

typedef unsigned long size_t;
typedef long ptrdiff_t;
typedef int wchar_t;
typedef struct {
	long long __long_long;
	long double __long_double;
} max_align_t;

#define offsetof(type, member) __builtin_offsetof(type, member)

#endif
