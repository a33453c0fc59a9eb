/* output-lost: the logger is killed before its buffer is full. */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int status;
	pid_t pid = fork(); //@ name logger
	if (pid == 0) {
		printf("started\n");
		pause();
		return 0;
	}
	usleep(20000);
	kill(pid, SIGTERM);
	waitpid(pid, &status, 0);
	return 0;
}
