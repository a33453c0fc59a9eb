/* prlimit on another process, and what wait4 tells of a child; as root at first. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/resource.h>

static void told(const char *what, pid_t pid)
{
	struct rlimit limit;
	if (show(what, prlimit(pid, RLIMIT_NOFILE, NULL, &limit)) == 0)
		printf("%lu %lu\n", (unsigned long)limit.rlim_cur, (unsigned long)limit.rlim_max);
	fflush(stdout);
}

static void busy(void)
{
	while (clock() < 20000)
		for (volatile int i = 0; i < 1000; i++)
			;
}

int main(void)
{
	struct rlimit few = {50, 60}, old, more = {50, 70}, wrong = {80, 60};
	struct rusage usage;
	int ends[2], status;
	setgid(1000);
	setuid(1000);
	pipe(ends);
	pid_t child = fork();
	if (child == 0) {
		char byte;
		close(ends[1]);
		read(ends[0], &byte, 1);
		told("the child", 0);
		_exit(4);
	}
	close(ends[0]);
	show("set", prlimit(child, RLIMIT_NOFILE, &few, &old));
	told("another's", child);
	show("as they were, and new ones", prlimit(child, RLIMIT_NOFILE, &few, &old));
	printf("%lu %lu\n", (unsigned long)old.rlim_cur, (unsigned long)old.rlim_max);
	show("soft above hard", prlimit(child, RLIMIT_NOFILE, &wrong, NULL));
	show("hard up", prlimit(child, RLIMIT_NOFILE, &more, NULL));
	show("no such resource", prlimit(child, 99, NULL, &old));
	show("nobody", prlimit(999999, RLIMIT_NOFILE, NULL, &old));
	show("to nowhere", prlimit(child, RLIMIT_NOFILE, NULL, (struct rlimit *)8));
	told("root's", 1);
	close(ends[1]);
	show("wait4", wait4(child, &status, 0, &usage) == child);
	show_status("the child", status);
	show("its own", prlimit(getpid(), RLIMIT_NOFILE, NULL, &old));
	child = fork();
	if (child == 0)
		_exit(0);
	settle();
	show("one that has ended", prlimit(child, RLIMIT_CPU, NULL, &old));
	show("up", prlimit(0, RLIMIT_NOFILE, &few, NULL));
	show("further up", prlimit(0, RLIMIT_NOFILE, &more, NULL));
	show("wait3", wait3(&status, 0, &usage) == child);
	child = fork();
	if (child == 0) {
		busy();
		_exit(0);
	}
	memset(&usage, 0xff, sizeof usage);
	show("not yet", wait4(child, &status, WNOHANG, &usage));
	show("wait4", wait4(-1, NULL, 0, &usage) == child);
	long seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec;
	show("it has worked", seconds * 1000000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec > 10000);
	struct rusage all;
	getrusage(RUSAGE_CHILDREN, &all);
	show("all children have, too", all.ru_utime.tv_sec >= usage.ru_utime.tv_sec);
	show("nobody left", wait4(-1, NULL, 0, &usage));
	return 0;
}
