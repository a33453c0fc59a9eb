// <ftw.h>: walks through a tree of directories.
#ifndef _FTW_H
#define _FTW_H

#include <sys/stat.h>
#include <sys/types.h>

enum {
	FTW_F,
	FTW_D,
	FTW_DNR,
	FTW_NS,
	FTW_SL,
	FTW_DP,
	FTW_SLN
};
#define FTW_F FTW_F
#define FTW_D FTW_D
#define FTW_DNR FTW_DNR
#define FTW_NS FTW_NS
#define FTW_SL FTW_SL
#define FTW_DP FTW_DP
#define FTW_SLN FTW_SLN

enum {
	FTW_PHYS = 1,
	FTW_MOUNT = 2,
	FTW_CHDIR = 4,
	FTW_DEPTH = 8,
	FTW_ACTIONRETVAL = 16
};
#define FTW_PHYS FTW_PHYS
#define FTW_MOUNT FTW_MOUNT
#define FTW_CHDIR FTW_CHDIR
#define FTW_DEPTH FTW_DEPTH

struct FTW {
	int base;
	int level;
};

int ftw(const char *path, int (*visit)(const char *path, const struct stat *status, int type), int descriptors);
#ifdef _XOPEN_SOURCE
int nftw(const char *path, int (*visit)(const char *path, const struct stat *status, int type, struct FTW *place),
	int descriptors, int flags);
#endif

#endif
