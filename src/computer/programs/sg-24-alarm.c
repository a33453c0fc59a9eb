/* SG-24: alarm's return values, and SIGALRM. */
#include "row.h"

static volatile sig_atomic_t count;

static void handler(int signal)
{
	(void)signal;
	count++;
}

int main(void)
{
	printf("%u\n", alarm(5));
	printf("%u\n", alarm(3));
	printf("%u\n", alarm(0));
	printf("%u\n", alarm(0));
	signal(SIGALRM, handler);
	alarm(1);
	show("pause", pause());
	printf("ran %d\n", (int)count);
	fflush(stdout);
	signal(SIGALRM, SIG_DFL);
	alarm(1);
	for (;;)
		pause();
}
