/* killed-before-handler: the child sends its signal while the parent has not yet come to install the handler. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t came;

static void note(int signal)
{
	(void)signal;
	came = 1;
}

int main(void)
{
	pid_t parent = getpid();
	if (fork() == 0) { //@ name sender
		kill(parent, SIGUSR1);
		_exit(0);
	}
	usleep(20000);
	signal(SIGUSR1, note);
	wait(NULL);
	return came ? 0 : 1;
}
