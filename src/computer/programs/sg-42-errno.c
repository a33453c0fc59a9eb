/* SG-40: errno after a call that a handler interrupts. */
#include "row.h"

static volatile sig_atomic_t seen;

/* Leaves another error behind. */
static void handler(int signal)
{
	(void)signal;
	seen = errno;
	close(-1);
}

static void tell(const char *what, long result)
{
	int error = errno;
	show(what, result);
	printf("errno then %s, in the handler %s\n", error_name(error), error_name(seen));
	fflush(stdout);
}

int main(void)
{
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	sigaction(SIGUSR1, &action, NULL);
	sigset_t none, one;
	sigemptyset(&none);
	sigemptyset(&one);
	sigaddset(&one, SIGUSR1);
	sigprocmask(SIG_BLOCK, &one, NULL);

	row("SG-40 a call that fails with EINTR");
	raise(SIGUSR1);
	errno = ENOENT;
	tell("sigsuspend", sigsuspend(&none));

	row("SG-40 a call that succeeds");
	raise(SIGUSR1);
	errno = ENOENT;
	tell("sigprocmask", sigprocmask(SIG_UNBLOCK, &one, NULL));

	row("SG-40 calls that wait");
	int ends[2];
	char byte;
	pipe(ends);
	pid_t child = fork();
	if (child == 0) {
		for (int i = 0; i < 2; i++) {
			settle();
			kill(getppid(), SIGUSR1);
		}
		settle();
		exit(0);
	}
	errno = ENOENT;
	tell("read", read(ends[0], &byte, 1));
	errno = EPERM;
	tell("waitpid", waitpid(child, NULL, 0));
	waitpid(child, NULL, 0);
	return 0;
}
