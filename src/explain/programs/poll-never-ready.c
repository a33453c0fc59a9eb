/* never-ready: poll asks for bytes in a pipe whose only write end it holds itself, and sets no time. */
#include <poll.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	char byte;

	if (pipe(fds) == -1)
		return 1;
	struct pollfd wanted = {fds[0], POLLIN, 0};
	while (poll(&wanted, 1, -1) > 0)
		if (read(fds[0], &byte, 1) <= 0)
			return 0;
	return 1;
}
