/* socket-end-left-open: the sender waits for the reader to end, and still holds its end of the connection. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int pair[2];
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);

	if (fork() == 0) {
		close(pair[1]);
		char text[16];
		int total = 0;
		ssize_t count;
		while ((count = recv(pair[0], text, sizeof text, 0)) > 0)
			total += count;
		printf("%d bytes\n", total);
		return 0;
	}
	close(pair[0]);
	send(pair[1], "hello", 5, 0);
	wait(NULL);
	return 0;
}
