/* PR-05: only the low eight bits of the status reach the parent. */
#include "row.h"

int main(void)
{
	static const int statuses[] = {0, 7, 256, -1, 3};
	for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
		if (fork() == 0)
			_exit(statuses[i]);
		int status;
		wait(&status);
		printf("_exit(%d) gives %d\n", statuses[i], WEXITSTATUS(status));
		fflush(stdout);
	}
	return 300;
}
