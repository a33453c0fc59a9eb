/* PR-28, P-49: a process that ended has closed its descriptors before anybody waits for it. */
#include "row.h"

int main(void)
{
	int ends[2];
	char buffer[10];
	pipe(ends);
	pid_t child = fork();
	if (child == 0) {
		write(ends[1], "bye", 3);
		_exit(0);
	}
	close(ends[1]);
	show("data", read(ends[0], buffer, sizeof buffer));
	show("end", read(ends[0], buffer, sizeof buffer));
	show("zombie", kill(child, 0));
	wait(NULL);
	return 0;
}
