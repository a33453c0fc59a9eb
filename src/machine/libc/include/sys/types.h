// <sys/types.h>: the types of POSIX, and BSD's short names.
#ifndef _SYS_TYPES_H
#define _SYS_TYPES_H

#include <bits/pthread.h>
#include <bits/time.h>
#include <bits/types.h>
#ifdef _DEFAULT_SOURCE
#include <endian.h>
#include <sys/select.h>
#endif

typedef signed char int8_t;
typedef short int16_t;
typedef int int32_t;
typedef long int64_t;
typedef unsigned char u_int8_t;
typedef unsigned short u_int16_t;
typedef unsigned int u_int32_t;
typedef unsigned long u_int64_t;

typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef unsigned long u_long;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;
typedef char *caddr_t;
typedef int daddr_t;
typedef long quad_t;
typedef unsigned long u_quad_t;
typedef long loff_t;
typedef long register_t;

#endif
