/* nobody-accepts: the server waits for its clients to end before it accepts them, and its queue is short. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "desk"};
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	bind(listener, (struct sockaddr *)&name, sizeof name);
	listen(listener, 1);

	for (int i = 0; i < 3; i++) {
		if (fork() == 0) {
			int server = socket(AF_UNIX, SOCK_STREAM, 0);
			connect(server, (struct sockaddr *)&name, sizeof name);
			write(server, "x", 1);
			return 0;
		}
	}
	while (wait(NULL) > 0)
		;
	for (int i = 0; i < 3; i++) {
		int client = accept(listener, NULL, NULL);
		char letter;
		read(client, &letter, 1);
		close(client);
	}
	unlink(name.sun_path);
	printf("all served\n");
	return 0;
}
