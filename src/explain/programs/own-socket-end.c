/* own-socket-end: the reader of a socket pair keeps the other end open itself. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int pair[2];
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);

	if (fork() == 0) {
		close(pair[0]);
		write(pair[1], "abc", 3);
		return 0;
	}
	char text[16];
	ssize_t count;
	while ((count = read(pair[0], text, sizeof text)) > 0)
		write(1, text, count);
	wait(NULL);
	printf(" is all\n");
	return 0;
}
