/* own-write-end: dup2 made a second descriptor for the write end, and only one of the two was closed. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	char byte;

	if (pipe(fds) == -1)
		return 1;
	int out = dup(fds[1]);
	if (write(out, "x", 1) != 1)
		return 1;
	close(fds[1]);
	while (read(fds[0], &byte, 1) > 0)
		putchar(byte);
	putchar('\n');
	return 0;
}
