/* What sigaction tells of the flags that it was given: those that the kernel knows, and one of the library's. */
#define _GNU_SOURCE
#include "row.h"

static void handler(int signal)
{
	(void)signal;
}

static void told(const char *what, int number)
{
	struct sigaction old;
	sigaction(number, NULL, &old);
	printf("%s: %#x\n", what, (unsigned)old.sa_flags);
}

int main(void)
{
	struct sigaction action = {.sa_handler = handler};
	told("never set", SIGUSR1);
	sigaction(SIGUSR1, &action, NULL);
	told("without flags", SIGUSR1);
	action.sa_flags = SA_RESTART | SA_NODEFER | SA_SIGINFO;
	sigaction(SIGUSR1, &action, NULL);
	told("some", SIGUSR1);
	action.sa_flags = 0x400 | SA_RESTART | 0x100;
	sigaction(SIGUSR1, &action, NULL);
	told("SA_UNSUPPORTED, and one that is none", SIGUSR1);
	signal(SIGUSR1, handler);
	told("by signal", SIGUSR1);
	signal(SIGUSR1, SIG_IGN);
	told("ignored", SIGUSR1);
	return 0;
}
