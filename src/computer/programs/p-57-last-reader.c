/* P-57, FD-18: EPIPE only when the last of all read descriptors is closed. */
#include "row.h"

int main(void)
{
	int ends[2], go[2];
	signal(SIGPIPE, SIG_IGN);
	pipe(ends);
	pipe(go);
	int copy = dup(ends[0]);
	pid_t child = fork();
	if (child == 0) {
		char byte;
		close(go[1]);
		read(go[0], &byte, 1);
		_exit(0);
	}
	close(ends[0]);
	show("a copy is open", write(ends[1], "x", 1));
	close(copy);
	show("the child's is open", write(ends[1], "x", 1));
	close(go[1]);
	waitpid(child, NULL, 0);
	show("none is open", write(ends[1], "x", 1));
	return 0;
}
