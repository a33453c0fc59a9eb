/* PR-25: exit runs the atexit functions, last first; _exit does not. */
#include "row.h"

static void first(void)
{
	printf("first\n");
}

static void second(void)
{
	printf("second\n");
}

int main(void)
{
	row("PR-25 _exit in the child, exit in the parent");
	atexit(first);
	atexit(second);
	if (fork() == 0)
		_exit(0);
	wait(NULL);
	printf("main\n");
	exit(21);
}
