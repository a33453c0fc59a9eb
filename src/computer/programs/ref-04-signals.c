/* Waiting for signals with another mask; a queue that is full; death and stopping by default. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/resource.h>

static void nothing(int signal)
{
	(void)signal;
}

int main(void)
{
	sigset_t set, empty;
	int status;
	sigemptyset(&set);
	sigemptyset(&empty);
	sigaddset(&set, SIGALRM);
	sigaddset(&set, SIGRTMIN);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGALRM, nothing);
	alarm(1);
	show("sigsuspend", sigsuspend(&empty));
	alarm(1);
	show("sigwaitinfo", sigwaitinfo(&set, NULL));

	struct rlimit limit = {0, 0};
	setrlimit(RLIMIT_SIGPENDING, &limit);
	pid_t child = fork();
	if (child == 0) {
		show("sigqueue", sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 1}));
		raise(SIGSTOP);
		pause();
	}
	waitpid(child, &status, WUNTRACED);
	show_status("SIGSTOP", status);
	kill(child, SIGTERM);
	kill(child, SIGCONT);
	waitpid(child, &status, 0);
	show_status("SIGTERM", status);
	return 0;
}
