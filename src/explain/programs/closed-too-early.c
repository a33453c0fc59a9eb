/* killed-by-sigpipe: the program closes its own read end before it writes. */
#include <unistd.h>

int main(void)
{
	int fds[2];
	char byte;

	if (pipe(fds) == -1)
		return 1;
	close(fds[0]);
	if (write(fds[1], "x", 1) != 1)
		return 1;
	return read(fds[0], &byte, 1) != 1;
}
