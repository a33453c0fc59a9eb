/* call-refused: the answer is written to the socket that listens, not to the one that accept returned. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <signal.h>
#include <unistd.h>

int main(void)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "desk"};
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	bind(listener, (struct sockaddr *)&name, sizeof name);
	listen(listener, 5);

	if (fork() == 0) {
		close(listener);
		int server = socket(AF_UNIX, SOCK_STREAM, 0);
		connect(server, (struct sockaddr *)&name, sizeof name);
		char text[16];
		ssize_t count = read(server, text, sizeof text);
		printf("%zd bytes\n", count);
		return 0;
	}
	int client = accept(listener, NULL, NULL);
	send(listener, "welcome", 7, MSG_NOSIGNAL);
	close(client);
	wait(NULL);
	unlink(name.sun_path);
	return 0;
}
