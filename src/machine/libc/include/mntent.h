// <mntent.h>: the table of mounted file systems.
#ifndef _MNTENT_H
#define _MNTENT_H

#include <stdio.h>

#define MOUNTED "/etc/mtab"
#define MNTTAB "/etc/fstab"

struct mntent {
	char *mnt_fsname;
	char *mnt_dir;
	char *mnt_type;
	char *mnt_opts;
	int mnt_freq;
	int mnt_passno;
};

int addmntent(FILE *stream, const struct mntent *entry);
int endmntent(FILE *stream);
struct mntent *getmntent(FILE *stream);
char *hasmntopt(const struct mntent *entry, const char *option);
FILE *setmntent(const char *path, const char *mode);

#endif
