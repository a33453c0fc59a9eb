// Waiting for a signal without a handler.
#include <errno.h>
#include <signal.h>

int sigwaitinfo(const sigset_t *set, siginfo_t *info)
{
	return sigtimedwait(set, info, NULL);
}

int sigwait(const sigset_t *set, int *signal)
{
	siginfo_t info;
	int got;
	do
		got = sigtimedwait(set, &info, NULL);
	while (got == -1 && errno == EINTR);
	if (got == -1)
		return errno;
	*signal = got;
	return 0;
}
