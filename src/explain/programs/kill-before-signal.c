/* killed-before-handler: the parent tells the child to begin before the child has installed its handler. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>

volatile sig_atomic_t go = 0;
void begin(int sig) { (void)sig; go = 1; }

int main(void)
{
	pid_t child = fork();
	if (child == 0) {
		usleep(1000);
		signal(SIGUSR1, begin);
		while (!go)
			pause();
		printf("child begins\n");
		exit(0);
	}
	kill(child, SIGUSR1);
	wait(NULL);
	printf("parent done\n");
	return 0;
}
