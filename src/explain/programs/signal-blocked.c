/* signal-blocked: the signal is pending, the mask holds it back, and pause does not change the mask. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void note(int signal)
{
	(void)signal;
}

int main(void)
{
	sigset_t set;
	signal(SIGUSR1, note);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	pid_t parent = getpid();
	if (fork() == 0) { //@ name sender
		kill(parent, SIGUSR1);
		_exit(0);
	}
	wait(NULL);
	pause();
	return 0;
}
