/* PR-27: SIGTERM, abort, a division by zero, a null pointer. */
#include "row.h"

static volatile int zero;

static void die(int how)
{
	if (how == 0)
		for (;;)
			pause();
	if (how == 1)
		abort();
	if (how == 2)
		_exit(10 / zero);
	*(volatile int *)(long)zero = 1;
}

int main(void)
{
	for (int how = 0; how < 4; how++) {
		pid_t child = fork();
		if (child == 0) {
			die(how);
			_exit(0);
		}
		if (how == 0)
			kill(child, SIGTERM);
		int status;
		waitpid(child, &status, 0);
		show_status("child", status);
	}
	return 0;
}
