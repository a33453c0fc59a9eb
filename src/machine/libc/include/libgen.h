// <libgen.h>: the parts of a path. With it basename is POSIX's, which may change its argument, not GNU's.
#ifndef _LIBGEN_H
#define _LIBGEN_H

#include <features.h>

char *__xpg_basename(char *path);
#undef basename
#define basename __xpg_basename
char *dirname(char *path);

#endif
