/* PR-08: WNOHANG while the child runs, after it ended, and once more. */
#include "row.h"

int main(void)
{
	int go[2], status;
	pipe(go);
	pid_t child = fork();
	if (child == 0) {
		char byte;
		read(go[0], &byte, 1);
		_exit(4);
	}
	show("running", waitpid(child, &status, WNOHANG));
	write(go[1], "x", 1);
	settle();
	printf("ended: %d\n", waitpid(child, &status, WNOHANG) == child);
	show_status("status", status);
	show("again", waitpid(child, &status, WNOHANG));
	return 0;
}
