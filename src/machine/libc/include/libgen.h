// <libgen.h>: the parts of a path. basename here is POSIX's, which may change its argument.
#ifndef _LIBGEN_H
#define _LIBGEN_H

#undef basename
char *basename(char *path);
char *dirname(char *path);

#endif
