/* SG-03, SG-04: a handler runs before raise returns; a blocked signal is pending once. */
#include "row.h"

static volatile sig_atomic_t count;

static void handler(int signal)
{
	(void)signal;
	count++;
}

int main(void)
{
	sigset_t set, pending;
	signal(SIGUSR1, handler);
	raise(SIGUSR1);
	printf("ran %d\n", (int)count);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(SIGUSR1);
	raise(SIGUSR1);
	raise(SIGUSR1);
	sigpending(&pending);
	printf("pending %d, ran %d\n", sigismember(&pending, SIGUSR1), (int)count);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	printf("ran %d\n", (int)count);
	return 0;
}
