// <sys/fsuid.h>: the identity that counts for files.
#ifndef _SYS_FSUID_H
#define _SYS_FSUID_H

#include <sys/types.h>

int setfsgid(gid_t gid);
int setfsuid(uid_t uid);

#endif
