/* PR-07: wait without children, or for somebody else's. */
#include "row.h"

int main(void)
{
	int status;
	show("wait", wait(&status));
	show("waitpid -1", waitpid(-1, &status, 0));
	show("waitpid 1", waitpid(1, &status, 0));
	show("waitpid self", waitpid(getpid(), &status, 0));
	return 0;
}
