/* SG-06, SG-07: two pending signals at once, with and without masks. */
#include "row.h"

static int order[4];
static volatile sig_atomic_t count;

static void handler(int signal)
{
	order[count++] = signal;
}

static void run(int full)
{
	struct sigaction action;
	sigset_t set;
	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	if (full)
		sigfillset(&action.sa_mask);
	sigaction(SIGUSR1, &action, NULL);
	sigaction(SIGUSR2, &action, NULL);
	sigfillset(&set);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(SIGUSR2);
	raise(SIGUSR1);
	count = 0;
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	printf("%d then %d\n", order[0], order[1]);
}

int main(void)
{
	run(0);
	run(1);
	return 0;
}
