/* signals-merged: three signals are sent while they are blocked, one is delivered, and the program counts to three. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t count;

static void add(int signal)
{
	(void)signal;
	count++;
}

int main(void)
{
	sigset_t set, old;
	struct sigaction action = {0};
	action.sa_handler = add;
	sigaction(SIGUSR1, &action, NULL);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, &old);
	pid_t parent = getpid();
	if (fork() == 0) { //@ name sender
		for (int i = 0; i < 3; i++)
			kill(parent, SIGUSR1);
		_exit(0);
	}
	wait(NULL);
	while (count < 3)
		sigsuspend(&old);
	return 0;
}
