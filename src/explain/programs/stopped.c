/* stopped: the child was stopped and nobody continues it, while the parent waits for its end. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	pid_t pid = fork(); //@ name worker
	if (pid == 0) {
		for (;;)
			usleep(1000);
	}
	usleep(5000);
	kill(pid, SIGSTOP);
	usleep(5000);
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
	return 0;
}
