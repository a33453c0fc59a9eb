/* What fork, exec, groups and sessions refuse; as root, which becomes an ordinary user. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/sysmacros.h>

int main(void)
{
	int ends[2];
	pipe(ends);
	mkdir("directory", 0777);
	int text = open("text", O_WRONLY | O_CREAT, 0755);
	write(text, "no program\n", 11);
	close(text);
	close(open("of-root", O_WRONLY | O_CREAT, 0644));
	setgroups(0, NULL);
	setresgid(1000, 1000, 1000);
	chmod(".", 0777);
	setresuid(1000, 1000, 1000);

	show("a directory is not run", execl("./directory", "directory", (char *)NULL));
	show("nor is a text", execl("./text", "text", (char *)NULL));
	show("no such process", getsid(999999));
	show("a negative group", setpgid(0, -1));
	show("a group of another session", setpgid(0, 1));
	setpgid(0, 0);
	show("the leader of a group", setsid());
	show("the group is its own", getpgid(0) == getpid());
	show("getgid", getgid());
	show("sched_yield", sched_yield());
	errno = 0;
	show("less nice", setpriority(PRIO_PROCESS, 0, -5));
	show("a device", mknod("device", S_IFCHR | 0600, makedev(1, 3)));
	show("another's times", utimensat(AT_FDCWD, "of-root", (struct timespec[2]){{1, 0}, {1, 0}}, 0));
	show("a pipe of two mebibytes", fcntl(ends[0], F_SETPIPE_SZ, 2 << 20));

	struct rlimit limit = {0, 0};
	setrlimit(RLIMIT_NPROC, &limit);
	errno = 0;
	printf("one process too many: %d", (int)fork());
	printf(" %s\n", errno == EAGAIN ? "EAGAIN" : error_name(errno));
	return 0;
}
