/* Users: a program that lends its owner's rights: real, effective and saved ids across exec; as root. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>

#define SELF "./us-04-set-user-id"

static void who(const char *what)
{
	uid_t r, e, s;
	gid_t gr, ge, gs;
	getresuid(&r, &e, &s);
	getresgid(&gr, &ge, &gs);
	printf("%s: %d %d %d, %d %d %d\n", what, (int)r, (int)e, (int)s, (int)gr, (int)ge, (int)gs);
	fflush(stdout);
}

static void start(uid_t uid, const char *what)
{
	fflush(stdout);
	if (fork() == 0) {
		setgroups(0, NULL);
		setresgid(uid, uid, uid);
		setresuid(uid, uid, uid);
		execl(SELF, SELF, what, (char *)NULL);
		show("exec", -1);
		_exit(1);
	}
	wait(NULL);
}

int main(int argc, char *argv[])
{
	if (argc > 1) {
		who(argv[1]);
		show("read", open("secret", O_RDONLY) >= 0 ? 0 : -1);
		show("access", access("secret", R_OK));
		show("give up", seteuid(getuid()));
		show("read", open("secret", O_RDONLY) >= 0 ? 0 : -1);
		show("take again", seteuid(1001));
		who("again");
		if (argv[1][0] == 'x') {
			setreuid(-1, geteuid());
			execl(SELF, SELF, "second", (char *)NULL);
		}
		return 0;
	}
	chmod(".", 0755);
	close(open("secret", O_CREAT | O_WRONLY, 0600));
	chown("secret", 1001, 1001);
	start(1002, "plain");
	chown(SELF, 1001, 1001);
	chmod(SELF, 04755);
	start(1002, "set-user-ID");
	start(1001, "owner");
	start(1002, "x");
	chmod(SELF, 02755);
	start(1002, "set-group-ID");
	chmod(SELF, 06745);
	start(1002, "no x for the group");
	chmod(SELF, 06700);
	start(1002, "not executable");
	start(0, "root");
	chmod(SELF, 0600);
	start(0, "no x at all");
	return 0;
}
