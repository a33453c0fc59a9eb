/* chown: gives files to a user and a group. chown [-hR] [USER][:[GROUP]] FILE… */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <ftw.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared/shared.h"

static uid_t uid = -1;
static gid_t gid = -1;
static int links, failed;

static int change(const char *path, const struct stat *status, int type, struct FTW *where)
{
	(void)status, (void)type, (void)where;
	struct stat there;
	if (lstat(path, &there) == -1) {
		error(0, errno, "cannot access '%s'", path);
		failed = 1;
	} else if ((links ? lchown : chown)(path, uid, gid) == -1) {
		error(0, errno, "changing ownership of '%s'", path);
		failed = 1;
	}
	return 0;
}

static long number(const char *text)
{
	char *end;
	long value = strtol(text, &end, 10);
	return *text && *end == 0 && value >= 0 ? value : -1;
}

static void read_owner(const char *text)
{
	char *name = strdup(text);
	char *group = strchr(name, ':');
	if (group)
		*group++ = 0;
	struct passwd *user = *name ? getpwnam(name) : NULL;
	if (user)
		uid = user->pw_uid;
	else if (*name && (uid = number(name)) == (uid_t)-1)
		error(1, 0, "invalid user: '%s'", text);
	if (group && *group) {
		struct group *known = getgrnam(group);
		gid = known ? known->gr_gid : (gid_t)number(group);
		if (gid == (gid_t)-1)
			error(1, 0, "invalid group: '%s'", text);
	} else if (group && user) {
		gid = user->pw_gid;
	}
	free(name);
}

int main(int argc, char **argv)
{
	int option, recursive = 0;
	while ((option = getopt(argc, argv, "hR")) != -1) {
		switch (option) {
		case 'h':
			links = 1;
			break;
		case 'R':
			recursive = 1;
			break;
		default:
			refer_to_help(1);
		}
	}
	if (optind == argc) {
		error(0, 0, "missing operand");
		refer_to_help(1);
	}
	if (optind + 1 == argc) {
		error(0, 0, "missing operand after '%s'", argv[optind]);
		refer_to_help(1);
	}
	read_owner(argv[optind]);
	for (int i = optind + 1; i < argc; i++) {
		if (!recursive || nftw(argv[i], change, 16, FTW_PHYS | FTW_DEPTH) == -1)
			change(argv[i], NULL, 0, NULL);
	}
	return failed;
}
