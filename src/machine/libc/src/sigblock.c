// 4.2BSD's masks of 32 signals.
#include <signal.h>

static int change(int how, int mask)
{
	sigset_t set, old;
	sigemptyset(&set);
	set.__val[0] = (unsigned int)mask;
	sigprocmask(how, &set, &old);
	return old.__val[0];
}

int sigblock(int mask)
{
	return change(SIG_BLOCK, mask);
}

int sigsetmask(int mask)
{
	return change(SIG_SETMASK, mask);
}
