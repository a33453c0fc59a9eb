/* signal-never-comes: the child that was to send the signal died of a null pointer before. */
#include <signal.h>
#include <unistd.h>

static void note(int signal)
{
	(void)signal;
}

int main(void)
{
	int *volatile nothing = NULL;
	signal(SIGUSR1, note);
	pid_t parent = getpid();
	if (fork() == 0) { //@ name sender
		*nothing = 1;
		kill(parent, SIGUSR1);
		_exit(0);
	}
	pause();
	return 0;
}
