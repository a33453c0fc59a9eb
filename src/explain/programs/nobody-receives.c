/* nobody-receives: more is sent than the other end has room for, and that waits for the sender to end. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static char page[4096];

int main(void)
{
	int pair[2];
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);

	if (fork() == 0) {
		close(pair[0]);
		for (int i = 0; i < 200; i++)
			write(pair[1], page, sizeof page);
		return 0;
	}
	close(pair[1]);
	wait(NULL);
	int total = 0;
	ssize_t count;
	while ((count = read(pair[0], page, sizeof page)) > 0)
		total += count;
	printf("%d bytes\n", total);
	return 0;
}
