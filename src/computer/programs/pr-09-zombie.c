/* PR-09: a zombie keeps its pid until it is waited for. */
#include "row.h"

int main(void)
{
	pid_t child = fork();
	if (child == 0)
		_exit(9);
	settle();
	show("kill 0", kill(child, 0));
	show("kill KILL", kill(child, SIGKILL));
	int status;
	waitpid(child, &status, 0);
	show_status("status", status);
	show("kill 0", kill(child, 0));
	return 0;
}
