/* SG-09, SG-10: a handler does not nest unless SA_NODEFER; SA_RESETHAND. */
#include "row.h"

static volatile sig_atomic_t count, depth, deepest;

static void handler(int signal)
{
	depth++;
	if (depth > deepest)
		deepest = depth;
	count++;
	if (count < 3)
		raise(signal);
	depth--;
}

static void run(int flags)
{
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	action.sa_flags = flags;
	sigaction(SIGUSR1, &action, NULL);
	count = depth = deepest = 0;
	raise(SIGUSR1);
	printf("ran %d, deepest %d\n", (int)count, (int)deepest);
	fflush(stdout);
}

int main(void)
{
	int status;
	run(0);
	run(SA_NODEFER);
	if (fork() == 0) {
		struct sigaction action;
		memset(&action, 0, sizeof action);
		action.sa_handler = handler;
		action.sa_flags = SA_RESETHAND;
		sigaction(SIGUSR1, &action, NULL);
		count = 5;
		raise(SIGUSR1);
		printf("survived the first\n");
		fflush(stdout);
		raise(SIGUSR1);
		_exit(0);
	}
	wait(&status);
	show_status("the second", status);
	return 0;
}
