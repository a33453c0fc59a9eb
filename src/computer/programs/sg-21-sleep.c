/* SG-21, SG-22, SG-23: which interrupted calls are made again. */
#include "row.h"

static volatile sig_atomic_t count;

static void handler(int signal)
{
	(void)signal;
	count++;
}

static void install(int flags)
{
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	action.sa_flags = flags;
	sigaction(SIGUSR1, &action, NULL);
}

static pid_t interrupter(void)
{
	pid_t parent = getpid(), child = fork();
	if (child == 0) {
		settle();
		kill(parent, SIGUSR1);
		settle();
		_exit(8);
	}
	return child;
}

int main(void)
{
	struct timespec time = {10, 0}, left = {0, 0};
	int status;
	install(SA_RESTART);
	interrupter();
	show("nanosleep", nanosleep(&time, &left));
	printf("left 9 and more %d\n", left.tv_sec == 9);
	wait(NULL);
	interrupter();
	show("poll", poll(NULL, 0, -1));
	wait(NULL);
	interrupter();
	wait(&status);
	show_status("wait, SA_RESTART", status);
	install(0);
	interrupter();
	show("wait", wait(&status));
	wait(NULL);
	interrupter();
	printf("sleep left %d\n", sleep(10) >= 9);
	wait(NULL);
	printf("ran %d\n", (int)count);
	return 0;
}
