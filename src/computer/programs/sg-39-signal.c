/* SG-39: signal returns the previous disposition, restarts calls, and stays installed. */
#include "row.h"

static volatile sig_atomic_t count;

static void handler(int signal)
{
	(void)signal;
	count++;
}

int main(void)
{
	row("SG-39 signal tells what was there before, restarts calls, and stays");
	printf("%d\n", signal(SIGUSR1, SIG_IGN) == SIG_DFL);
	printf("%d\n", signal(SIGUSR1, handler) == SIG_IGN);
	printf("%d\n", signal(SIGUSR1, handler) == handler);
	struct sigaction old;
	sigaction(SIGUSR1, NULL, &old);
	printf("restart %d resethand %d\n", (old.sa_flags & SA_RESTART) != 0, (old.sa_flags & (int)SA_RESETHAND) != 0);
	raise(SIGUSR1);
	raise(SIGUSR1);
	printf("ran %d\n", (int)count);
	return 0;
}
