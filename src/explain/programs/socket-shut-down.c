/* killed-by-sigpipe: a socket is shut down for writing before the last send. */
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
	int pair[2];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == -1)
		return 1;
	shutdown(pair[0], SHUT_WR);
	if (send(pair[0], "abc", 3, 0) != 3)
		perror("send");
	return 0;
}
