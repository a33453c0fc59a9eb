/* SG-11, SG-12, SG-30: ignored and blocked. */
#include "row.h"

static int is_pending(void)
{
	sigset_t set;
	sigpending(&set);
	return sigismember(&set, SIGUSR1);
}

int main(void)
{
	sigset_t set;
	signal(SIGSEGV, SIG_IGN);
	raise(SIGSEGV);
	signal(SIGUSR1, SIG_IGN);
	raise(SIGUSR1);
	printf("ignored: %d\n", is_pending());
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(SIGUSR1);
	printf("ignored and blocked: %d\n", is_pending());
	signal(SIGUSR1, SIG_IGN);
	printf("ignored again: %d\n", is_pending());
	return 0;
}
