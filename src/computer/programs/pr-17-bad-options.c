/* PR-17: unknown options. */
#include "row.h"

int main(void)
{
	int status;
	siginfo_t info;
	show("waitpid 0x100", waitpid(-1, &status, 0x100));
	show("waitid 0", waitid(P_ALL, 0, &info, 0));
	return 0;
}
