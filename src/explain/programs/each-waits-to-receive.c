/* each-waits-to-receive: the client waits for a greeting, the server for a request. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int pair[2];
	socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair);
	char text[16];

	if (fork() == 0) {
		close(pair[0]);
		recv(pair[1], text, sizeof text, 0);
		send(pair[1], "welcome", 7, 0);
		return 0;
	}
	close(pair[1]);
	recv(pair[0], text, sizeof text, 0);
	send(pair[0], "hello", 5, 0);
	wait(NULL);
	return 0;
}
