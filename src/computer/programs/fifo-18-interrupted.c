/* F-18: an open that waits is interrupted by a handler, or goes on with SA_RESTART. */
#include "row.h"

static void handler(int signal)
{
	(void)signal;
	write(1, "handler\n", 8);
}

static void run(int flags)
{
	pid_t child = fork();
	if (child == 0) {
		struct sigaction action;
		memset(&action, 0, sizeof action);
		action.sa_handler = handler;
		action.sa_flags = flags;
		sigaction(SIGUSR1, &action, NULL);
		show("open", open("f", O_RDONLY));
		_exit(0);
	}
	settle();
	kill(child, SIGUSR1);
	settle();
	show("writer", open("f", O_WRONLY | O_NONBLOCK));
	close(3);
	waitpid(child, NULL, 0);
}

int main(void)
{
	mkfifo("f", 0600);
	row("F-18 without SA_RESTART, and with it");
	run(0);
	run(SA_RESTART);
	pid_t child = fork();
	if (child == 0) {
		open("f", O_RDONLY);
		_exit(0);
	}
	settle();
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	show("nobody is left", open("f", O_WRONLY | O_NONBLOCK));
	return 0;
}
