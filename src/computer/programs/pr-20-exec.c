/* PR-20, PR-22, PR-23: what survives execv: pid, ignored signals, mask, descriptors without FD_CLOEXEC. */
#include "row.h"

static void handler(int signal)
{
	(void)signal;
}

static int second(char **argv)
{
	struct sigaction old;
	sigset_t mask;
	printf("argument %s\n", argv[2]);
	printf("same pid %d\n", atoi(argv[3]) == getpid());
	show("kept descriptor", fcntl(7, F_GETFD));
	show("close-on-exec descriptor", fcntl(8, F_GETFD));
	sigaction(SIGUSR1, NULL, &old);
	printf("handled becomes default %d\n", old.sa_handler == SIG_DFL);
	sigaction(SIGUSR2, NULL, &old);
	printf("ignored stays %d\n", old.sa_handler == SIG_IGN);
	sigprocmask(SIG_BLOCK, NULL, &mask);
	printf("mask stays %d\n", sigismember(&mask, SIGTERM));
	sigpending(&mask);
	printf("pending stays %d\n", sigismember(&mask, SIGTERM));
	return 12;
}

int main(int argc, char **argv)
{
	if (argc > 1)
		return second(argv);
	int ends[2];
	char pid[20];
	sigset_t set;
	pipe(ends);
	dup2(ends[0], 7);
	dup2(ends[0], 8);
	fcntl(8, F_SETFD, FD_CLOEXEC);
	signal(SIGUSR1, handler);
	signal(SIGUSR2, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(SIGTERM);
	sprintf(pid, "%d", getpid());
	show("missing", execl("./there-is-no-such-program", "x", (char *)NULL));
	show("still open", fcntl(8, F_GETFD));
	execl(argv[0], argv[0], "second", "two words", pid, (char *)NULL);
	return 1;
}
