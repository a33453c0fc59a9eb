// The parent pauses until its child has sent a signal. Let the child run between the test and the pause.
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

volatile sig_atomic_t told = 0;

void hear(int signal)
{
	(void)signal;
	told = 1;
}

int main(void)
{
	struct sigaction action = {.sa_handler = hear};
	sigaction(SIGUSR1, &action, NULL);

	if (fork() == 0) {
		kill(getppid(), SIGUSR1);
		return 0;
	}

	getpid();
	if (!told)
		pause();
	printf("told\n");
	return 0;
}
