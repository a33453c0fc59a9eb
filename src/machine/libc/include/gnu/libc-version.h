// <gnu/libc-version.h>: which library this is.
#ifndef _GNU_LIBC_VERSION_H
#define _GNU_LIBC_VERSION_H

const char *gnu_get_libc_release(void);
const char *gnu_get_libc_version(void);

#endif
