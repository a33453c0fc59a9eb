/* SG-31: abort cannot be escaped by ignoring, handling or blocking SIGABRT. */
#include "row.h"

static void handler(int signal)
{
	(void)signal;
	write(1, "handler\n", 8);
}

int main(void)
{
	row("SG-31 abort with SIGABRT ignored, handled, blocked");
	for (int how = 0; how < 3; how++) {
		if (fork() == 0) {
			sigset_t set;
			if (how == 0)
				signal(SIGABRT, SIG_IGN);
			if (how == 1)
				signal(SIGABRT, handler);
			if (how == 2) {
				sigemptyset(&set);
				sigaddset(&set, SIGABRT);
				sigprocmask(SIG_BLOCK, &set, NULL);
			}
			abort();
		}
		int status;
		wait(&status);
		show_status("child", status);
	}
	return 0;
}
