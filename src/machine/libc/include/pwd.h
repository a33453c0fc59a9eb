// <pwd.h>: the users.
#ifndef _PWD_H
#define _PWD_H

#include <bits/shared_types.h>

struct passwd {
	char *pw_name;
	char *pw_passwd;
	uid_t pw_uid;
	gid_t pw_gid;
	char *pw_gecos;
	char *pw_dir;
	char *pw_shell;
};

void endpwent(void);
struct passwd *getpwent(void);
#ifdef _GNU_SOURCE
int getpwent_r(struct passwd *user, char *buffer, size_t size, struct passwd **result);
#endif
struct passwd *getpwnam(const char *name);
int getpwnam_r(const char *name, struct passwd *user, char *buffer, size_t size, struct passwd **result);
struct passwd *getpwuid(uid_t uid);
int getpwuid_r(uid_t uid, struct passwd *user, char *buffer, size_t size, struct passwd **result);
void setpwent(void);

#endif
