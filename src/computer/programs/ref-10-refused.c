/* What several calls refuse: numbers and addresses that are none, processes of others; waits that a signal interrupts; as root,
   which becomes an ordinary user. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/time.h>

static void handler(int signal)
{
	(void)signal;
}

static void interrupt(pid_t pid)
{
	fflush(stdout);
	for (int i = 0; i < 5; i++)
		settle();
	kill(pid, SIGUSR1);
	waitpid(pid, NULL, 0);
}

#define INTERRUPTED(name, call)                                                                                                \
	{                                                                                                                      \
		pid_t pid = fork();                                                                                            \
		if (pid == 0) {                                                                                                \
			show(name, call);                                                                                      \
			_exit(0);                                                                                              \
		}                                                                                                              \
		interrupt(pid);                                                                                                \
	}

int main(void)
{
	void *nowhere = (void *)8;
	struct sigaction action = {.sa_handler = handler};
	struct flock lock = {.l_type = F_WRLCK};
	struct timespec odd = {0, 1000000000};
	struct itimerval timer = {{0, 0}, {5, 0}};
	struct rlimit limit;
	siginfo_t info;
	sigset_t set;
	timer_t made;
	long number = 1, message[2] = {1, 0};
	int ends[2], free_queue = msgget(IPC_PRIVATE, 0600), parent = getpid();
	umask(0);
	chmod(".", 0777);
	sigaction(SIGUSR1, &action, NULL);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	show("setgroups of too many", setgroups(70000, NULL));
	show("setgroups from nowhere", setgroups(1, nowhere));
	msgctl(free_queue, IPC_RMID, NULL);
	show("setgroups", setgroups(1, (gid_t[]){5}));
	show("getgroups to nowhere", getgroups(1, nowhere));
	pid_t child = fork();
	if (child != 0) {
		waitpid(child, NULL, 0);
		return 0;
	}
	setgroups(0, NULL);
	setresgid(1001, 1001, 1001);
	setresuid(1001, 1001, 1001);
	pipe(ends);
	int file = open("file", O_RDWR | O_CREAT, 0600), full = open("/dev/full", O_WRONLY);
	show("write", write(file, "text", 4));
	show("no room on the device", write(full, "x", 1));

	show("setpgid of nobody", setpgid(99999, 0));
	show("getpgid of nobody", getpgid(99999));
	show("getpriority of nothing", getpriority(9, 0));
	show("setpriority of nothing", setpriority(9, 0, 0));
	show("setpriority of nobody", setpriority(PRIO_PROCESS, 99999, 0));
	show("setpriority of another's process", setpriority(PRIO_PROCESS, parent, 1));
	show("sigqueue of no signal", sigqueue(getpid(), 65, (union sigval){0}));
	show("sigqueue to another's process", sigqueue(parent, SIGTERM, (union sigval){0}));
	show("sigqueue to nobody", sigqueue(99999, SIGTERM, (union sigval){0}));
	show("setgid of no group", setgid(-1));
	show("setresgid of another", setresgid(0, 0, 0));

	show("waitid without children", waitid(P_ALL, 0, &info, WEXITED));
	show("wait for nobody", waitid(P_PID, 99999, &info, WEXITED));
	show("sleep of no time", nanosleep(&odd, NULL));
	show("sigtimedwait of no time", sigtimedwait(&set, NULL, &odd));
	show("getitimer to nowhere", getitimer(ITIMER_REAL, nowhere));
	show("setitimer from nowhere", setitimer(ITIMER_REAL, nowhere, NULL));
	show("setitimer", setitimer(ITIMER_REAL, &timer, NULL));
	show("timer_create", timer_create(CLOCK_REALTIME, NULL, &made));
	show("timer_settime from nowhere", timer_settime(made, 0, nowhere, NULL));
	show("timer_gettime to nowhere", timer_gettime(made, nowhere));
	show("sigpending to nowhere", sigpending(nowhere));
	show("sigsuspend from nowhere", sigsuspend(nowhere));
	show("getresuid to nowhere", getresuid(nowhere, nowhere, nowhere));
	show("getresgid to nowhere", getresgid(nowhere, nowhere, nowhere));
	setgroups(0, NULL);
	show("getgroups", getgroups(0, NULL));
	show("setrlimit from nowhere", setrlimit(RLIMIT_NOFILE, nowhere));
	show("getrusage to nowhere", getrusage(RUSAGE_SELF, nowhere));

	show("F_GETLK to nowhere", fcntl(file, F_GETLK, nowhere));
	show("FIONREAD to nowhere", ioctl(ends[0], FIONREAD, nowhere));
	show("FIONREAD of nothing", ioctl(77, FIONREAD, nowhere));
	show("dup3 of nothing", dup3(77, 5, 0));
	show("dup3 onto an impossible number", dup3(file, 100000, 0));
	show("tcsetpgrp of nothing", tcsetpgrp(77, getpgrp()));
	show("sendfile from nowhere", sendfile(ends[1], file, nowhere, 4));
	off_t start = 0;
	show("sendfile with the place of a pipe", sendfile(ends[1], ends[0], &start, 4));
	show("sendfile", sendfile(ends[1], file, &start, 4));
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	while (write(ends[1], &number, 8) == 8)
		;
	start = 0;
	show("sendfile into a full pipe", sendfile(ends[1], file, &start, 4));

	int queue = msgget(IPC_PRIVATE, 0600);
	show("msgsnd from nowhere", msgsnd(queue, nowhere, 8, 0));
	show("msgsnd", msgsnd(queue, message, 8, 0));
	show("msgrcv to nowhere", msgrcv(queue, nowhere, 8, 0, 0));
	show("IPC_STAT to nowhere", msgctl(queue, IPC_STAT, nowhere));
	show("IPC_SET from nowhere", msgctl(queue, IPC_SET, nowhere));
	if (msgrcv(queue, message, 8, 0, IPC_NOWAIT) == 8)
		fflush(stdout);
	child = fork();
	if (child == 0) {
		show("msgrcv, the queue is removed", msgrcv(queue, message, 8, 0, 0));
		_exit(0);
	}
	settle();
	msgctl(queue, IPC_RMID, NULL);
	waitpid(child, NULL, 0);

	child = fork();
	if (child == 0) {
		flock(open("file", O_RDWR), LOCK_EX);
		fcntl(file, F_SETLK, &lock);
		pause();
	}
	settle();
	INTERRUPTED("F_SETLKW, interrupted", fcntl(file, F_SETLKW, &lock));
	INTERRUPTED("sigtimedwait, interrupted", sigtimedwait(&set, NULL, &(struct timespec){5, 0}));
	pid_t waits = fork();
	if (waits == 0) {
		pid_t sleeper = fork();
		if (sleeper == 0)
			pause();
		show("waitid, interrupted", waitid(P_ALL, 0, &info, WEXITED));
		kill(sleeper, SIGKILL);
		_exit(0);
	}
	interrupt(waits);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	signal(SIGXFSZ, SIG_IGN);
	limit.rlim_cur = limit.rlim_max = 10;
	setrlimit(RLIMIT_FSIZE, &limit);
	show("larger than a file may be", ftruncate(file, 11));
	show("by its name", truncate("file", 11));
	limit.rlim_cur = limit.rlim_max = 5;
	setrlimit(RLIMIT_NOFILE, &limit);
	show("no number left", fcntl(file, F_DUPFD, 0));
	show("nor for dup2", dup2(file, 50));
	show("nor for open", open("file", O_RDONLY));
	return 0;
}
