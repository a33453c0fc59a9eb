/* Addresses that lead nowhere, in calls whose arguments Linux's library looks at first. */
#include "row.h"

int main(void)
{
	void *nowhere = (void *)8;
	struct sigaction action = {.sa_handler = SIG_IGN};
	sigset_t none;
	sigemptyset(&none);
	show("sigaction from nowhere", sigaction(SIGUSR1, nowhere, NULL));
	show("sigaction to nowhere", sigaction(SIGUSR1, &action, nowhere));
	show("sigprocmask from nowhere", sigprocmask(SIG_BLOCK, nowhere, NULL));
	show("clock_gettime to nowhere", clock_gettime(CLOCK_REALTIME, nowhere));
	return 0;
}
