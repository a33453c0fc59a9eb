/* PR-10, PR-31: a grandchild is nobody's to wait for but its parent's, and gets another parent. */
#include "row.h"

int main(void)
{
	int ends[2];
	char buffer[32];
	pipe(ends);
	if (fork() == 0) {
		pid_t parent = getpid();
		if (fork() == 0) {
			while (getppid() == parent)
				settle();
			write(ends[1], "adopted", 7);
			_exit(0);
		}
		_exit(0);
	}
	close(ends[1]);
	wait(NULL);
	show("wait", wait(NULL));
	ssize_t n = read(ends[0], buffer, sizeof buffer);
	printf("%.*s\n", (int)n, buffer);
	return 0;
}
