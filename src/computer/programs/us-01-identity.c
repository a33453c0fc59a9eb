/* Users: what setuid and its kin allow, with and without privilege; further groups; as root. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>
#include <sched.h>

static void who(const char *what)
{
	uid_t r, e, s;
	gid_t gr, ge, gs;
	getresuid(&r, &e, &s);
	getresgid(&gr, &ge, &gs);
	printf("%s: %d %d %d, %d %d %d, %d %d\n", what, (int)r, (int)e, (int)s, (int)gr, (int)ge, (int)gs, (int)getuid(),
	       (int)getegid());
	fflush(stdout);
}

static void groups(void)
{
	gid_t list[8];
	int count = getgroups(8, list);
	printf("groups %d:", count);
	for (int i = 0; i < count; i++)
		printf(" %d", (int)list[i]);
	printf("\n");
	fflush(stdout);
}

/* Each case in a child of its own, which is root at first. */
static int child(const char *what)
{
	fflush(stdout);
	if (fork() != 0) {
		wait(NULL);
		return 0;
	}
	printf("-- %s\n", what);
	return 1;
}

int main(void)
{
	gid_t list[3] = {30, 10, 20};
	if (child("setuid of root is for ever")) {
		show("setgid", setgid(1001));
		show("setuid", setuid(1001));
		who("now");
		show("back", setuid(0));
		show("effective back", seteuid(0));
		show("another", setuid(1002));
		show("itself", setuid(1001));
		show("setgid root", setgid(0));
		show("-1", setuid(-1));
		_exit(0);
	}
	if (child("seteuid and back")) {
		show("seteuid", seteuid(1001));
		who("now");
		show("setgid without privilege", setgid(1001));
		show("setuid real", setuid(0));
		who("now");
		show("setuid for ever", setuid(1002));
		who("now");
		show("seteuid -1", seteuid(-1));
		_exit(0);
	}
	if (child("setreuid")) {
		show("swap", setreuid(1001, 0));
		who("now");
		show("swap back", setreuid(0, 1001));
		who("now");
		show("to saved", setreuid(-1, 0));
		who("now");
		show("both", setreuid(1001, 1001));
		who("now");
		show("foreign", setreuid(1002, -1));
		show("foreign", setreuid(-1, 1002));
		show("nothing", setreuid(-1, -1));
		_exit(0);
	}
	if (child("saved follows")) {
		show("three", setresuid(1001, 1002, 1003));
		who("now");
		show("effective to real", setreuid(-1, 1001));
		who("now");
		show("effective to saved", setreuid(-1, 1003));
		who("now");
		show("real to effective", setreuid(1003, -1));
		who("now");
		_exit(0);
	}
	if (child("setresuid")) {
		show("three", setresuid(1001, 1002, 1003));
		who("now");
		show("permuted", setresuid(1003, 1001, 1002));
		who("now");
		show("foreign", setresuid(-1, 1004, -1));
		show("kept", setresuid(-1, -1, -1));
		show("setuid to saved", setuid(1002));
		who("now");
		show("setuid to real", setuid(1003));
		who("now");
		_exit(0);
	}
	if (child("groups of ids")) {
		show("three", setresgid(1, 2, 3));
		who("now");
		show("setuid", setuid(1001));
		show("setgid to saved", setgid(3));
		who("now");
		show("setegid to real", setegid(1));
		who("now");
		show("setgid foreign", setgid(5));
		show("setregid", setregid(3, -1));
		show("setregid", setregid(1, 3));
		who("now");
		_exit(0);
	}
	if (child("further groups")) {
		show("setgroups", setgroups(3, list));
		groups();
		show("count", getgroups(0, list));
		show("no room", getgroups(2, list));
		show("negative", getgroups(-1, list));
		show("none", setgroups(0, NULL));
		groups();
		show("initgroups", initgroups("nobody-of-this-name", 77));
		groups();
		show("setuid", setuid(1001));
		show("setgroups", setgroups(3, list));
		_exit(0);
	}
	if (child("another's scheduling")) {
		struct sched_param param = {0};
		show("of root's by root", sched_setscheduler(getppid(), SCHED_OTHER, &param));
		show("setuid", setuid(1001));
		errno = 0;
		show("asked", sched_getscheduler(getppid()));
		printf("errno %d\n", errno);
		show("set", sched_setscheduler(getppid(), SCHED_OTHER, &param));
		show("one's own", sched_setparam(getpid(), &param));
		fflush(stdout);
		_exit(0);
	}
	if (child("fork and exec keep")) {
		show("three", setresuid(1001, 1002, 1003));
		if (fork() == 0) {
			who("child");
			_exit(0);
		}
		wait(NULL);
		_exit(0);
	}
	return 0;
}
