/* psiginfo(3), psignal(3), strsignal(3): what is said of signals. */
#define _GNU_SOURCE
#include "row.h"

int main(void)
{
	siginfo_t info;
	memset(&info, 0, sizeof info);
	psiginfo(&info, "none");
	info.si_signo = SIGCHLD;
	info.si_code = CLD_EXITED;
	info.si_pid = 5;
	info.si_status = 7;
	psiginfo(&info, "");
	info.si_code = CLD_KILLED;
	psiginfo(&info, NULL);
	info.si_signo = SIGUSR1;
	info.si_code = SI_QUEUE;
	psiginfo(&info, "queued");
	info.si_code = 33;
	psiginfo(&info, "odd");
	psignal(SIGTERM, "text");
	psignal(SIGHUP, NULL);
	for (int signal = 0; signal <= 66; signal += 3)
		printf("%d %s\n", signal, strsignal(signal));
	return 0;
}
