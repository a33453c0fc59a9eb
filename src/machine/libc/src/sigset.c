// Sets of signals. The kernel knows 64 of them: the first word; nobody looks at the others.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>

static int invalid(int signal)
{
	if (signal > 0 && signal < NSIG)
		return 0;
	errno = EINVAL;
	return 1;
}

// The two signals that glibc keeps for its threads.
static int is_own(int signal)
{
	return signal == 32 || signal == 33;
}

static int refused(int signal)
{
	if (!is_own(signal))
		return invalid(signal);
	errno = EINVAL;
	return 1;
}

int sigemptyset(sigset_t *set)
{
	set->__val[0] = 0;
	return 0;
}

int sigfillset(sigset_t *set)
{
	set->__val[0] = ~(3UL << 31); // without the own ones
	return 0;
}

int sigaddset(sigset_t *set, int signal)
{
	if (refused(signal))
		return -1;
	set->__val[0] |= 1UL << (signal - 1);
	return 0;
}

int sigdelset(sigset_t *set, int signal)
{
	if (refused(signal))
		return -1;
	set->__val[0] &= ~(1UL << (signal - 1));
	return 0;
}

int sigismember(const sigset_t *set, int signal)
{
	if (invalid(signal))
		return -1;
	return set->__val[0] >> (signal - 1) & 1;
}

int sigisemptyset(const sigset_t *set)
{
	return set->__val[0] == 0;
}

int sigandset(sigset_t *set, const sigset_t *left, const sigset_t *right)
{
	set->__val[0] = left->__val[0] & right->__val[0];
	return 0;
}

int sigorset(sigset_t *set, const sigset_t *left, const sigset_t *right)
{
	set->__val[0] = left->__val[0] | right->__val[0];
	return 0;
}
