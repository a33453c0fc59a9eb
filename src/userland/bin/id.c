/* id: who one is. id [-u|-g|-G] [-n] [-r] [USER] */
#include <error.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "shared/shared.h"

#define MOST 64

static void print_user(uid_t uid, int named)
{
	struct passwd *user = getpwuid(uid);
	if (named && user)
		fputs(user->pw_name, stdout);
	else
		printf("%u", uid);
}

static void print_group(gid_t gid, int named)
{
	struct group *group = getgrgid(gid);
	if (named && group)
		fputs(group->gr_name, stdout);
	else
		printf("%u", gid);
}

static void user_with_name(const char *what, uid_t uid)
{
	struct passwd *user = getpwuid(uid);
	printf("%s=%u", what, uid);
	if (user)
		printf("(%s)", user->pw_name);
}

static void group_with_name(const char *what, gid_t gid)
{
	struct group *group = getgrgid(gid);
	printf("%s%u", what, gid);
	if (group)
		printf("(%s)", group->gr_name);
}

/* All groups, the first the given one. */
static int all_groups(gid_t first, const char *user, gid_t list[MOST])
{
	gid_t further[MOST];
	int known = MOST - 1, count = 1;
	if (user)
		getgrouplist(user, first, further, &known);
	else
		known = getgroups(MOST - 1, further);
	list[0] = first;
	for (int i = 0; i < known; i++)
		if (further[i] != first)
			list[count++] = further[i];
	return count;
}

int main(int argc, char **argv)
{
	int option, users = 0, one_group = 0, groups = 0, named = 0, real = 0;
	while ((option = getopt(argc, argv, "ugGnr")) != -1) {
		switch (option) {
		case 'u':
			users = 1;
			break;
		case 'g':
			one_group = 1;
			break;
		case 'G':
			groups = 1;
			break;
		case 'n':
			named = 1;
			break;
		case 'r':
			real = 1;
			break;
		default:
			refer_to_help(1);
		}
	}
	if (users + one_group + groups > 1)
		error(1, 0, "cannot print \"only\" of more than one choice");
	if (users + one_group + groups == 0 && (named || real))
		error(1, 0, "cannot print only names or real IDs in default format");
	uid_t uid = getuid(), euid = geteuid();
	gid_t gid = getgid(), egid = getegid(), list[MOST];
	const char *name = argv[optind];
	if (name) {
		struct passwd *user = getpwnam(name);
		if (user == NULL)
			error(1, 0, "'%s': no such user", name);
		uid = euid = user->pw_uid;
		gid = egid = user->pw_gid;
	}
	int count = all_groups(egid, name, list);
	if (users) {
		print_user(real ? uid : euid, named);
	} else if (one_group) {
		print_group(real ? gid : egid, named);
	} else if (groups) {
		for (int i = 0; i < count; i++) {
			if (i)
				putchar(' ');
			print_group(list[i], named);
		}
	} else {
		user_with_name("uid", uid);
		group_with_name(" gid=", gid);
		if (euid != uid)
			user_with_name(" euid", euid);
		if (egid != gid)
			group_with_name(" egid=", egid);
		for (int i = 0; i < count; i++)
			group_with_name(i ? "," : " groups=", list[i]);
	}
	putchar('\n');
	return 0;
}
