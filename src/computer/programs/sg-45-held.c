/* SG-45: System V's sigset: SIG_HOLD blocks, any other disposition unblocks, and the answer tells what was so before. */
#define _XOPEN_SOURCE 700
#include "row.h"

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static const char *name(void (*disposition)(int))
{
	if (disposition == SIG_HOLD)
		return "hold";
	if (disposition == SIG_ERR)
		return "error";
	if (disposition == SIG_IGN)
		return "ignore";
	return disposition == SIG_DFL ? "default" : "handler";
}

static void handler(int signal)
{
	printf("caught %d\n", signal);
}

static void pending(void)
{
	sigset_t set;
	sigpending(&set);
	printf("pending %d\n", sigismember(&set, SIGUSR1));
}

int main(void)
{
	row("SG-45 sigset tells the disposition before, or SIG_HOLD when the signal was blocked");
	printf("%s\n", name(sigset(SIGUSR1, handler)));
	printf("%s\n", name(sigset(SIGUSR1, SIG_HOLD)));
	raise(SIGUSR1);
	pending();
	printf("%s\n", name(sigset(SIGUSR1, SIG_HOLD)));
	printf("%s\n", name(sigset(SIGUSR1, handler)));
	printf("%s\n", name(sigset(SIGUSR1, SIG_IGN)));
	printf("%s\n", name(sigset(SIGUSR1, SIG_HOLD)));
	printf("%s\n", name(sigset(SIGKILL, SIG_HOLD)));
	errno = 0;
	printf("%s", name(sigset(SIGKILL, handler)));
	printf(" %d\n", errno == EINVAL);
	errno = 0;
	printf("%s", name(sigset(0, SIG_HOLD)));
	printf(" %d\n", errno == EINVAL);
	row("SG-45 sighold blocks, sigrelse lets it come, sigignore throws it away");
	sigset(SIGUSR1, handler);
	printf("%d\n", sighold(SIGUSR1));
	raise(SIGUSR1);
	pending();
	printf("%d\n", sigrelse(SIGUSR1));
	printf("%d\n", sigignore(SIGUSR1));
	raise(SIGUSR1);
	pending();
	return 0;
}
