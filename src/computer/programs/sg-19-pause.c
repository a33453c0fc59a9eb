/* SG-19, SG-20: pause and sigsuspend. */
#include "row.h"

static volatile sig_atomic_t count;

static void handler(int signal)
{
	(void)signal;
	count++;
}

int main(void)
{
	sigset_t set, none;
	pid_t parent = getpid();
	signal(SIGUSR1, handler);
	signal(SIGUSR2, SIG_IGN);
	if (fork() == 0) {
		settle();
		kill(parent, SIGUSR2);
		settle();
		kill(parent, SIGUSR1);
		_exit(0);
	}
	show("pause", pause());
	printf("ran %d\n", (int)count);
	wait(NULL);
	sigemptyset(&none);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(SIGUSR1);
	printf("blocked: ran %d\n", (int)count);
	show("sigsuspend", sigsuspend(&none));
	printf("ran %d\n", (int)count);
	sigprocmask(SIG_BLOCK, NULL, &set);
	printf("blocked again %d\n", sigismember(&set, SIGUSR1));
	return 0;
}
