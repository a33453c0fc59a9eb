// System V's signals: sysv_signal, sigset, sighold, sigrelse, sigignore, sigpause.
#define _GNU_SOURCE
#include <signal.h>

__sighandler_t __sysv_signal(int signal, __sighandler_t handler);

__sighandler_t __sysv_signal(int signal, __sighandler_t handler)
{
	struct sigaction action = {0}, old;
	action.sa_handler = handler;
	action.sa_flags = SA_RESETHAND | SA_NODEFER | SA_INTERRUPT;
	return sigaction(signal, &action, &old) == -1 ? SIG_ERR : old.sa_handler;
}

__sighandler_t sysv_signal(int signal, __sighandler_t handler)
{
	return __sysv_signal(signal, handler);
}

static int change_mask(int how, int signal, sigset_t *before)
{
	sigset_t set;
	sigemptyset(&set);
	if (sigaddset(&set, signal) == -1)
		return -1;
	return sigprocmask(how, &set, before);
}

int sighold(int signal)
{
	return change_mask(SIG_BLOCK, signal, NULL);
}

int sigrelse(int signal)
{
	return change_mask(SIG_UNBLOCK, signal, NULL);
}

int sigignore(int signal)
{
	struct sigaction action = {0};
	action.sa_handler = SIG_IGN;
	return sigaction(signal, &action, NULL);
}

__sighandler_t sigset(int signal, __sighandler_t handler)
{
	struct sigaction action = {0}, old;
	sigset_t before;
	if (handler == SIG_HOLD) {
		if (change_mask(SIG_BLOCK, signal, &before) == -1)
			return SIG_ERR;
		if (sigismember(&before, signal))
			return SIG_HOLD;
		return sigaction(signal, NULL, &old) == -1 ? SIG_ERR : old.sa_handler;
	}
	action.sa_handler = handler;
	if (sigaction(signal, &action, &old) == -1 || change_mask(SIG_UNBLOCK, signal, &before) == -1)
		return SIG_ERR;
	return sigismember(&before, signal) ? SIG_HOLD : old.sa_handler;
}

int sigpause(int signal)
{
	sigset_t mask;
	sigprocmask(SIG_BLOCK, NULL, &mask);
	if (sigdelset(&mask, signal) == -1)
		return -1;
	return sigsuspend(&mask);
}
