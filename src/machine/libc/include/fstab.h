// <fstab.h>: the file systems that are mounted at the start. This computer has no list of them.
#ifndef _FSTAB_H
#define _FSTAB_H

#define _PATH_FSTAB "/etc/fstab"
#define FSTAB _PATH_FSTAB
#define FSTAB_RW "rw"
#define FSTAB_RQ "rq"
#define FSTAB_RO "ro"
#define FSTAB_SW "sw"
#define FSTAB_XX "xx"

struct fstab {
	char *fs_spec;
	char *fs_file;
	char *fs_vfstype;
	char *fs_mntops;
	const char *fs_type;
	int fs_freq;
	int fs_passno;
};

struct fstab *getfsent(void);
struct fstab *getfsspec(const char *name);
struct fstab *getfsfile(const char *name);
int setfsent(void);
void endfsent(void);

#endif
