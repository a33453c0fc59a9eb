/* P-10, P-11: a blocked read returns with what comes first, and at the last close with 0. */
#include "row.h"

int main(void)
{
	int ends[2];
	pipe(ends);
	pid_t child = fork();
	if (child == 0) {
		char buffer[10];
		close(ends[1]);
		show("child reads", read(ends[0], buffer, 10));
		show("child reads", read(ends[0], buffer, 10));
		_exit(0);
	}
	close(ends[0]);
	settle();
	write(ends[1], "ab", 2);
	settle();
	close(ends[1]);
	wait(NULL);
	return 0;
}
