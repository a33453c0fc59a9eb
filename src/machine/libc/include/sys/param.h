// <sys/param.h>: BSD's names of limits, MIN and MAX.
#ifndef _SYS_PARAM_H
#define _SYS_PARAM_H

#include <limits.h>
#include <signal.h>
#include <sys/types.h>

#define BSD 199306
#define MAXPATHLEN PATH_MAX
#define MAXHOSTNAMELEN 64
#define NOFILE 256
#define NBBY CHAR_BIT
#define MIN(a, b) (((a) < (b)) ? (a) : (b))
#define MAX(a, b) (((a) > (b)) ? (a) : (b))
#define howmany(x, y) (((x) + ((y) - 1)) / (y))
#define roundup(x, y) ((((x) + ((y) - 1)) / (y)) * (y))

#endif
