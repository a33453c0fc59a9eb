// Limits of the system that <limits.h> and <dirent.h> tell.
#ifndef _BITS_LOCAL_LIMITS_H
#define _BITS_LOCAL_LIMITS_H

#define NAME_MAX 255
#define PATH_MAX 4096
#define PIPE_BUF 4096
#define NGROUPS_MAX 65536
#define MAX_CANON 255
#define MAX_INPUT 255
#define XATTR_NAME_MAX 255

#endif
