/* PR-30: SIGKILL acts on a stopped process; another signal waits until it continues. */
#include "row.h"

int main(void)
{
	int status;
	pid_t child = fork();
	if (child == 0)
		for (;;)
			pause();
	kill(child, SIGSTOP);
	waitpid(child, &status, WUNTRACED);
	kill(child, SIGTERM);
	settle();
	show("TERM waits", waitpid(child, &status, WNOHANG));
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	show_status("KILL", status);
	return 0;
}
