// The integer types of POSIX, with their sizes on x86-64 Linux.
#ifndef _BITS_TYPES_H
#define _BITS_TYPES_H

#include <bits/clock_types.h>
#include <bits/shared_types.h>

typedef unsigned int id_t;
typedef unsigned int mode_t;
typedef unsigned long dev_t;
typedef unsigned long ino_t;
typedef unsigned long nlink_t;
typedef long blksize_t;
typedef long blkcnt_t;
typedef unsigned long fsblkcnt_t;
typedef unsigned long fsfilcnt_t;
typedef int key_t;

#endif
