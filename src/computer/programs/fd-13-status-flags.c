/* FD-13, FD-14, P-44: status flags belong to the open file description. */
#include "row.h"

int main(void)
{
	int ends[2];
	pipe(ends);
	printf("access %d %d\n", fcntl(ends[0], F_GETFL) & O_ACCMODE, fcntl(ends[1], F_GETFL) & O_ACCMODE);
	int copy = dup(ends[0]);
	show("F_SETFL", fcntl(ends[0], F_SETFL, O_RDWR | O_NONBLOCK));
	printf("access %d nonblock %d\n", fcntl(copy, F_GETFL) & O_ACCMODE,
	       (fcntl(copy, F_GETFL) & O_NONBLOCK) != 0);
	printf("other end %d\n", (fcntl(ends[1], F_GETFL) & O_NONBLOCK) != 0);
	fflush(stdout);
	fcntl(ends[0], F_SETFL, 0);
	int go[2];
	pipe(go);
	if (fork() == 0) {
		char byte;
		read(go[0], &byte, 1);
		show("child", read(ends[0], &byte, 1));
		_exit(0);
	}
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	write(go[1], "x", 1);
	wait(NULL);
	return 0;
}
