// Users and groups that every system has, and changing into oneself.
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	struct passwd *user = getpwnam("root"), copy, *found;
	struct group *group = getgrgid(0);
	char buffer[1024];
	printf("%s %d %d %s\n", user->pw_name, (int)user->pw_uid, (int)user->pw_gid, user->pw_dir);
	printf("%s\n", getpwuid(0)->pw_name);
	printf("%s %d\n", group->gr_name, (int)group->gr_gid);
	printf("%d\n", (int)getgrnam("root")->gr_gid);
	printf("%d %d\n", getpwnam("nosuchuser") == NULL, getgrnam("nosuchgroup") == NULL);
	printf("%d %d\n", getpwuid(54321) == NULL, getgrgid(54321) == NULL);
	printf("%d", getpwnam_r("root", &copy, buffer, sizeof buffer, &found));
	printf(" %d %s\n", found == &copy, copy.pw_name);
	printf("%d", getpwnam_r("nosuchuser", &copy, buffer, sizeof buffer, &found));
	printf(" %d\n", found == NULL);
	printf("%d", getpwuid_r(0, &copy, buffer, 1, &found) == ERANGE);
	printf(" %d\n", found == NULL);
	setpwent();
	printf("first %s\n", getpwent()->pw_name);
	endpwent();
	return 0;
}
