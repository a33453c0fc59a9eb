// signal with BSD's meaning, as in glibc: the handler stays, the signal is blocked meanwhile, calls are restarted.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>

static sigset_t interrupting; // siginterrupt: no SA_RESTART for these

__sighandler_t signal(int signal, __sighandler_t handler)
{
	struct sigaction action = {0}, old;
	if (handler == SIG_ERR) {
		errno = EINVAL;
		return SIG_ERR;
	}
	action.sa_handler = handler;
	if (sigaddset(&action.sa_mask, signal) == -1)
		return SIG_ERR;
	action.sa_flags = sigismember(&interrupting, signal) ? 0 : SA_RESTART;
	return sigaction(signal, &action, &old) == -1 ? SIG_ERR : old.sa_handler;
}

int siginterrupt(int signal, int interrupt)
{
	struct sigaction action;
	if (sigaction(signal, NULL, &action) == -1)
		return -1;
	if (interrupt) {
		sigaddset(&interrupting, signal);
		action.sa_flags &= ~SA_RESTART;
	} else {
		sigdelset(&interrupting, signal);
		action.sa_flags |= SA_RESTART;
	}
	return sigaction(signal, &action, NULL);
}
