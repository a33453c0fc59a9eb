// setfsuid, setfsgid: files are judged by the effective ids here; a program that may and will differ from them is ended.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <sys/fsuid.h>
#include <unistd.h>

static void refuse(const char *name)
{
	dprintf(STDERR_FILENO, "%s: an id for files that is not the effective one is not supported on this computer\n", name);
	signal(SIGSYS, SIG_DFL);
	raise(SIGSYS);
}

int setfsuid(uid_t user)
{
	uid_t real, effective, saved;
	getresuid(&real, &effective, &saved);
	int may = user != (uid_t)-1 && (effective == 0 || user == real || user == saved);
	if (may && user != effective)
		refuse("setfsuid");
	return effective;
}

int setfsgid(gid_t group)
{
	gid_t real, effective, saved;
	getresgid(&real, &effective, &saved);
	int may = group != (gid_t)-1 && (geteuid() == 0 || group == real || group == saved);
	if (may && group != effective)
		refuse("setfsgid");
	return effective;
}
