/* PR-18, PR-19: with SIGCHLD ignored there are no zombies; with its default there are. */
#include "row.h"

int main(void)
{
	signal(SIGCHLD, SIG_IGN);
	for (int i = 0; i < 2; i++)
		if (fork() == 0) {
			settle();
			_exit(i);
		}
	show("ignored", wait(NULL));
	signal(SIGCHLD, SIG_DFL);
	if (fork() == 0)
		_exit(3);
	settle();
	int status;
	wait(&status);
	show_status("default", status);
	return 0;
}
