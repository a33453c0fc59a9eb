/* pidfd_open: a descriptor that stands for a process; signals through it, and waiting for it; as root at first. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/pidfd.h>
#include <sys/resource.h>

int main(void)
{
	char byte;
	siginfo_t info;
	pid_t child = fork();
	if (child == 0) {
		pause();
		_exit(1);
	}
	int fd = pidfd_open(child, 0);
	show("open", fd >= 0);
	show("closed on exec", fcntl(fd, F_GETFD));
	printf("flags %o\n", fcntl(fd, F_GETFL));
	struct pollfd entry = {fd, POLLIN, 0};
	show("poll", poll(&entry, 1, 0));
	show("is it there", pidfd_send_signal(fd, 0, NULL, 0));
	show("read", read(fd, &byte, 1));
	show("write", write(fd, &byte, 1));
	show("no such flag", pidfd_send_signal(fd, SIGTERM, NULL, 8));
	show("no such signal", pidfd_send_signal(fd, 99, NULL, 0));
	show("of no process", pidfd_send_signal(0, SIGTERM, NULL, 0));
	show("closed", pidfd_send_signal(77, SIGTERM, NULL, 0));
	show("waitid, nothing yet", waitid(P_PIDFD, fd, &info, WEXITED | WNOHANG));
	int hasty = pidfd_open(child, PIDFD_NONBLOCK);
	show("waitid without a wait", waitid(P_PIDFD, hasty, &info, WEXITED));
	show("SIGTERM", pidfd_send_signal(fd, SIGTERM, NULL, 0));
	show("poll", poll(&entry, 1, -1));
	show("readable", entry.revents == POLLIN);
	show("waitid", waitid(P_PIDFD, fd, &info, WEXITED));
	printf("%d: signal %d, code %d\n", info.si_pid == child, info.si_status, info.si_code);
	show("gone", pidfd_send_signal(fd, SIGTERM, NULL, 0));
	show("waitid again", waitid(P_PIDFD, fd, &info, WEXITED));
	show("waitid for a file", waitid(P_PIDFD, 1, &info, WEXITED));
	show("waitid, closed", waitid(P_PIDFD, 77, &info, WEXITED));
	show("waitid, negative", waitid(P_PIDFD, -1, &info, WEXITED));
	show("nobody", pidfd_open(999999, 0));
	show("zero", pidfd_open(0, 0));
	show("no such flag", pidfd_open(getpid(), 7));
	child = fork();
	if (child == 0) {
		settle();
		_exit(3);
	}
	entry.fd = fd = pidfd_open(child, 0);
	show("poll until it ends", poll(&entry, 1, -1));
	show("waitid", waitid(P_PIDFD, fd, &info, WEXITED));
	printf("status %d\n", info.si_status);
	fd = pidfd_open(1, 0);
	setuid(1000);
	show("of root's process", pidfd_send_signal(fd, SIGTERM, NULL, 0));
	struct rlimit none = {3, 4096};
	setrlimit(RLIMIT_NOFILE, &none);
	show("the table is full", pidfd_open(getpid(), 0));
	return 0;
}
