/* PR-24, SG-36: pending signals and the alarm are not inherited; mask, dispositions and umask are. */
#include "row.h"

int main(void)
{
	sigset_t set, pending;
	umask(027);
	signal(SIGUSR2, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(SIGUSR1);
	alarm(100);
	if (fork() == 0) {
		struct sigaction old;
		sigpending(&pending);
		printf("pending %d\n", sigismember(&pending, SIGUSR1));
		sigprocmask(SIG_BLOCK, NULL, &set);
		printf("mask %d\n", sigismember(&set, SIGUSR1));
		sigaction(SIGUSR2, NULL, &old);
		printf("ignored %d\n", old.sa_handler == SIG_IGN);
		printf("umask %03o\n", (unsigned)umask(0));
		printf("alarm %u\n", alarm(0));
		exit(0);
	}
	wait(NULL);
	sigpending(&pending);
	printf("parent pending %d alarm %d\n", sigismember(&pending, SIGUSR1), alarm(0) > 0);
	return 0;
}
