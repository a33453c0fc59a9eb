/* SG-02, SG-13, SG-32, SG-15: calls that must fail. */
#include "row.h"

int main(void)
{
	static const int signals[] = {SIGKILL, SIGSTOP, 0, 65, -1};
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_handler = SIG_IGN;
	for (int i = 0; i < 5; i++) {
		show("sigaction", sigaction(signals[i], &action, NULL));
		printf("signal %d\n", signal(signals[i], SIG_IGN) == SIG_ERR);
	}
	sigset_t set;
	sigfillset(&set);
	show("sigprocmask", sigprocmask(SIG_BLOCK, &set, NULL));
	sigprocmask(SIG_BLOCK, NULL, &set);
	printf("KILL %d STOP %d TERM %d\n", sigismember(&set, SIGKILL), sigismember(&set, SIGSTOP),
	       sigismember(&set, SIGTERM));
	show("bad how", sigprocmask(77, &set, NULL));
	show("kill 0", kill(getpid(), 0));
	show("kill nobody", kill(99999999, 0));
	show("kill 65", kill(getpid(), 65));
	show("kill no group", kill(-99999999, SIGTERM));
	return 0;
}
