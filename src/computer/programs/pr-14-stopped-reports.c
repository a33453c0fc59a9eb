/* PR-14: stops and continues are reported once each, and only to those who ask. */
#include "row.h"

int main(void)
{
	int status = 0;
	pid_t child = fork();
	if (child == 0)
		for (;;)
			pause();
	kill(child, SIGSTOP);
	settle();
	show("not asked", waitpid(child, &status, WNOHANG));
	printf("asked: %d\n", waitpid(child, &status, WNOHANG | WUNTRACED) == child);
	show_status("status", status);
	show("again", waitpid(child, &status, WNOHANG | WUNTRACED));
	kill(child, SIGCONT);
	settle();
	printf("continued: %d\n", waitpid(child, &status, WNOHANG | WCONTINUED) == child);
	show_status("status", status);
	show("again", waitpid(child, &status, WNOHANG | WCONTINUED));
	kill(child, SIGTERM);
	waitpid(child, &status, 0);
	show_status("status", status);
	return 0;
}
