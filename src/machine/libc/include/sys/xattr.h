// <sys/xattr.h>: extended attributes of files.
#ifndef _SYS_XATTR_H
#define _SYS_XATTR_H

#include <sys/types.h>

#define XATTR_CREATE 1
#define XATTR_REPLACE 2

ssize_t fgetxattr(int fd, const char *name, void *value, size_t size);
ssize_t flistxattr(int fd, char *list, size_t size);
int fremovexattr(int fd, const char *name);
int fsetxattr(int fd, const char *name, const void *value, size_t size, int flags);
ssize_t getxattr(const char *path, const char *name, void *value, size_t size);
ssize_t lgetxattr(const char *path, const char *name, void *value, size_t size);
ssize_t listxattr(const char *path, char *list, size_t size);
ssize_t llistxattr(const char *path, char *list, size_t size);
int lremovexattr(const char *path, const char *name);
int lsetxattr(const char *path, const char *name, const void *value, size_t size, int flags);
int removexattr(const char *path, const char *name);
int setxattr(const char *path, const char *name, const void *value, size_t size, int flags);

#endif
