/* PR-04: _exit does not flush stdio. */
#include "row.h"

int main(void)
{
	row("PR-04 a letter in the buffer, fork, _exit in the child");
	printf("A");
	if (fork() == 0)
		_exit(0);
	wait(NULL);
	return 0;
}
