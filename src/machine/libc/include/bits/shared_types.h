// The types of POSIX that <stdio.h>, <unistd.h> and their like give, each header no more than a program may expect of it.
#ifndef _BITS_SHARED_TYPES_H
#define _BITS_SHARED_TYPES_H

#include <bits/null.h>

typedef long ssize_t;
typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef long off_t;
typedef long off64_t;
typedef long time_t;
typedef long suseconds_t;
typedef unsigned int useconds_t;
typedef unsigned int socklen_t;

#endif
