/* SG-05, SG-08, SG-35: real-time signals queue, in order, with their values; the lowest number first. */
#define _GNU_SOURCE
#include "row.h"

static int numbers[10], values[10], codes[10], own[10];
static volatile sig_atomic_t count;

static void handler(int signal, siginfo_t *info, void *context)
{
	(void)context;
	numbers[count] = signal - SIGRTMIN;
	values[count] = info->si_value.sival_int;
	codes[count] = info->si_code;
	own[count] = info->si_pid == getpid();
	count++;
}

int main(void)
{
	struct sigaction action;
	sigset_t set;
	union sigval value;
	memset(&action, 0, sizeof action);
	action.sa_sigaction = handler;
	action.sa_flags = SA_SIGINFO;
	sigfillset(&action.sa_mask);
	sigaction(SIGRTMIN, &action, NULL);
	sigaction(SIGRTMIN + 1, &action, NULL);
	sigfillset(&set);
	sigprocmask(SIG_BLOCK, &set, NULL);
	value.sival_int = 9;
	sigqueue(getpid(), SIGRTMIN + 1, value);
	for (int i = 1; i <= 3; i++) {
		value.sival_int = i;
		sigqueue(getpid(), SIGRTMIN, value);
	}
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	for (int i = 0; i < count; i++)
		printf("+%d value %d code %d own %d\n", numbers[i], values[i], codes[i], own[i]);
	return 0;
}
