/* signals-merged: five children end while SIGCHLD is blocked, and its handler waits for one. */
#include <stdio.h>
#include <stdlib.h>
#include <signal.h>
#include <unistd.h>
#include <sys/wait.h>

volatile sig_atomic_t running = 0;

void on_child(int sig)
{
	(void)sig;
	wait(NULL);
	running--;
}

int main(void)
{
	struct sigaction sa = { 0 };
	sa.sa_handler = on_child;
	sigaction(SIGCHLD, &sa, NULL);
	sigset_t block, old;
	sigemptyset(&block);
	sigaddset(&block, SIGCHLD);
	sigprocmask(SIG_BLOCK, &block, &old);
	for (int i = 0; i < 5; i++) {
		if (fork() == 0) {
			exit(0);
		}
		running++;
	}
	sleep(1);
	while (running > 0)
		sigsuspend(&old);
	printf("all done\n");
	return 0;
}
