/* signal-before-wait: the signal comes between the test of the flag and pause. */
#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t came;

static void note(int signal)
{
	(void)signal;
	came = 1;
}

int main(void)
{
	struct sigaction action = {0};
	action.sa_handler = note;
	sigaction(SIGUSR1, &action, NULL);
	pid_t parent = getpid();
	if (fork() == 0) { //@ name sender
		usleep(100000);
		kill(parent, SIGUSR1);
		_exit(0);
	}
	if (!came) {
		usleep(500000);
		pause();
	}
	return 0;
}
