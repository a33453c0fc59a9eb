/* killed-by-sigpipe: the other end of a socket pair is closed before the second write. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int pair[2];
	char bytes[3];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == -1)
		return 1;
	if (fork() == 0) {
		close(pair[0]);
		return read(pair[1], bytes, 3) != 3;
	}
	close(pair[1]);
	if (write(pair[0], "abc", 3) != 3)
		return 1;
	wait(NULL);
	if (write(pair[0], "def", 3) != 3)
		perror("write");
	return 0;
}
