// <grp.h>: the groups of users.
#ifndef _GRP_H
#define _GRP_H

#include <bits/shared_types.h>

struct group {
	char *gr_name;
	char *gr_passwd;
	gid_t gr_gid;
	char **gr_mem;
};

void endgrent(void);
struct group *getgrent(void);
struct group *getgrgid(gid_t gid);
int getgrgid_r(gid_t gid, struct group *group, char *buffer, size_t size, struct group **result);
#ifdef _GNU_SOURCE
int getgrent_r(struct group *group, char *buffer, size_t size, struct group **result);
#endif
struct group *getgrnam(const char *name);
int getgrnam_r(const char *name, struct group *group, char *buffer, size_t size, struct group **result);
int getgrouplist(const char *user, gid_t group, gid_t *groups, int *count);
int initgroups(const char *user, gid_t group);
int setgroups(size_t count, const gid_t *groups);
void setgrent(void);

#endif
