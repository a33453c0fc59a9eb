/* PR-10, PR-31: a grandchild is nobody's to wait for but its parent's, and gets another parent. */
#include "row.h"

int main(void)
{
	int ends[2], go[2];
	char buffer[32];
	pipe(ends);
	pipe(go);
	if (fork() == 0) {
		pid_t parent = getpid();
		if (fork() == 0) {
			read(go[0], buffer, 1);
			if (getppid() != parent)
				write(ends[1], "adopted", 7);
			_exit(0);
		}
		_exit(0);
	}
	close(ends[1]);
	wait(NULL);
	write(go[1], "!", 1);
	show("wait", wait(NULL));
	ssize_t n = read(ends[0], buffer, sizeof buffer);
	printf("%.*s\n", (int)n, buffer);
	return 0;
}
