/* Users: whose names may be taken out of a directory like /tmp; whom one may signal; real or effective; as root. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>

static int as(uid_t uid)
{
	fflush(stdout);
	if (fork() != 0) {
		wait(NULL);
		return 0;
	}
	setgroups(0, NULL);
	setgid(uid);
	setuid(uid);
	printf("-- user %d\n", (int)uid);
	return 1;
}

int main(void)
{
	umask(0);
	chmod(".", 0777);
	mkdir("tmp", 0777);
	chown("tmp", 1004, 1004);
	chmod("tmp", 01777);
	if (as(1001)) {
		close(open("tmp/a", O_CREAT | O_WRONLY, 0666));
		close(open("tmp/b", O_CREAT | O_WRONLY, 0666));
		close(open("tmp/c", O_CREAT | O_WRONLY, 0666));
		mkdir("tmp/d", 0777);
		mkdir("tmp/closed", 0777);
		close(open("tmp/closed/x", O_CREAT | O_WRONLY, 0666));
		chmod("tmp/closed", 0700);
		_exit(0);
	}
	if (as(1002)) {
		close(open("tmp/own", O_CREAT | O_WRONLY, 0666));
		show("unlink foreign", unlink("tmp/a"));
		show("unlink missing", unlink("tmp/none"));
		show("rename foreign", rename("tmp/a", "tmp/z"));
		show("onto foreign", rename("tmp/own", "tmp/a"));
		show("rename own", rename("tmp/own", "tmp/mine"));
		show("rmdir foreign", rmdir("tmp/d"));
		show("rmdir file", rmdir("tmp/a"));
		show("unlink directory", unlink("tmp/d"));
		show("rmdir closed", rmdir("tmp/closed"));
		show("look into closed", access("tmp/closed/x", F_OK));
		show("write foreign", open("tmp/a", O_WRONLY) >= 0 ? 0 : -1);
		show("unlink own", unlink("tmp/mine"));
		_exit(0);
	}
	if (as(1001)) {
		show("owner unlinks", unlink("tmp/a"));
		_exit(0);
	}
	if (as(1004)) {
		show("owner of the directory unlinks", unlink("tmp/b"));
		_exit(0);
	}
	show("root unlinks", unlink("tmp/c"));
	mkdir("plain", 0755);
	close(open("plain/x", O_CREAT | O_WRONLY, 0666));
	if (as(1001)) {
		show("unlink", unlink("plain/x"));
		show("unlink missing", unlink("plain/none"));
		show("mkdir", mkdir("plain/d", 0777));
		show("mkdir there", mkdir("plain/x", 0777));
		show("open new", open("plain/new", O_CREAT | O_RDONLY, 0666));
		show("open there", open("plain/x", O_CREAT | O_RDONLY, 0666) >= 0 ? 0 : -1);
		show("symlink", symlink("x", "plain/y"));
		show("mkfifo", mkfifo("plain/f", 0666));
		_exit(0);
	}
	int ready[2];
	pipe(ready);
	pid_t other = fork();
	if (other == 0) {
		setresuid(1001, 1002, 1003);
		write(ready[1], "x", 1);
		pause();
		_exit(0);
	}
	char c;
	read(ready[0], &c, 1);
	const uid_t senders[] = {1001, 1002, 1003, 1004};
	for (int i = 0; i < 4; i++)
		if (as(senders[i])) {
			show("kill 0", kill(other, 0));
			show("SIGCONT in the session", kill(other, SIGCONT));
			show("kill init", kill(1, 0));
			_exit(0);
		}
	fflush(stdout);
	if (fork() == 0) {
		setresuid(1005, 1001, 1006);
		show("by the effective user", kill(other, 0));
		_exit(0);
	}
	wait(NULL);
	show("root", kill(other, SIGTERM));
	waitpid(other, NULL, 0);
	close(open("secret", O_CREAT | O_WRONLY, 0600));
	fflush(stdout);
	if (fork() == 0) {
		setresuid(1001, 0, 0);
		show("open", open("secret", O_RDONLY) >= 0 ? 0 : -1);
		show("access", access("secret", R_OK));
		show("eaccess", eaccess("secret", R_OK));
		show("faccessat", faccessat(AT_FDCWD, "secret", R_OK, AT_EACCESS));
		seteuid(1001);
		show("eaccess", eaccess("secret", R_OK));
		setresuid(0, 0, 0);
		seteuid(0);
		setresuid(0, 1001, 0);
		show("access of root", access("secret", R_OK));
		show("open", open("secret", O_RDONLY));
		_exit(0);
	}
	wait(NULL);
	return 0;
}
