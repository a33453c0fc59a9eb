/* SG-33: a pending signal taken without a handler. */
#include "row.h"

int main(void)
{
	sigset_t set;
	siginfo_t info;
	int signal;
	struct timespec none = {0, 0};
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(SIGUSR1);
	show("sigwait", sigwait(&set, &signal));
	printf("signal %d\n", signal);
	show("sigtimedwait", sigtimedwait(&set, &info, &none));
	kill(getpid(), SIGUSR1);
	show("sigtimedwait", sigtimedwait(&set, &info, &none));
	printf("code %d own %d\n", info.si_code, info.si_pid == getpid());
	return 0;
}
