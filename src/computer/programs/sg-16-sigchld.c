/* SG-16, SG-17: one SIGCHLD for three children; what siginfo says of each kind of change. */
#include "row.h"

static volatile sig_atomic_t count, code, status_of;

static void handler(int signal, siginfo_t *info, void *context)
{
	(void)signal;
	(void)context;
	count++;
	code = info->si_code;
	status_of = info->si_status;
}

static void tell(const char *what)
{
	printf("%s: count %d code %d status %d\n", what, (int)count, (int)code, (int)status_of);
	fflush(stdout);
}

int main(void)
{
	struct sigaction action;
	sigset_t set;
	int reaped = 0;
	memset(&action, 0, sizeof action);
	action.sa_sigaction = handler;
	action.sa_flags = SA_SIGINFO | SA_RESTART;
	sigaction(SIGCHLD, &action, NULL);
	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
	for (int i = 0; i < 3; i++)
		if (fork() == 0)
			_exit(7);
	settle();
	settle();
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	tell("three exits");
	while (waitpid(-1, NULL, WNOHANG) > 0)
		reaped++;
	show("reaped", reaped);
	show("none left", waitpid(-1, NULL, WNOHANG));
	pid_t child = fork();
	if (child == 0)
		for (;;)
			pause();
	kill(child, SIGSTOP);
	settle();
	tell("stop");
	kill(child, SIGCONT);
	settle();
	tell("continue");
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	tell("kill");
	return 0;
}
