/* SG-29: a handler of SIGSEGV that returns meets the fault again; a blocked fault kills. */
#include "row.h"

static volatile int count;
static int *volatile nowhere;

static void handler(int signal, siginfo_t *info, void *context)
{
	(void)signal;
	(void)context;
	if (++count == 3) {
		char text[] = "third time, address ?\n";
		text[20] = info->si_addr == NULL ? '0' : 'x';
		write(1, text, sizeof text - 1);
		_exit(5);
	}
}

int main(void)
{
	int status;
	if (fork() == 0) {
		struct sigaction action;
		memset(&action, 0, sizeof action);
		action.sa_sigaction = handler;
		action.sa_flags = SA_SIGINFO;
		sigaction(SIGSEGV, &action, NULL);
		*nowhere = 1;
		_exit(0);
	}
	wait(&status);
	show_status("handled", status);
	if (fork() == 0) {
		sigset_t set;
		sigfillset(&set);
		sigprocmask(SIG_BLOCK, &set, NULL);
		*nowhere = 1;
		_exit(0);
	}
	wait(&status);
	show_status("blocked", status);
	return 0;
}
