/* nobody-accepts: the client is connected and waits for an answer; the server waits for the client before it accepts. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	struct sockaddr_un name = { .sun_family = AF_UNIX, .sun_path = "server" };
	int server = socket(AF_UNIX, SOCK_STREAM, 0);
	char text[8] = "";

	bind(server, (struct sockaddr *)&name, sizeof name);
	listen(server, 5);
	if (fork() == 0) { //@ name client
		int own = socket(AF_UNIX, SOCK_STREAM, 0);
		connect(own, (struct sockaddr *)&name, sizeof name);
		write(own, "hello", 5);
		read(own, text, sizeof text - 1);
		exit(0);
	}
	wait(NULL);
	int client = accept(server, NULL, NULL);
	read(client, text, sizeof text - 1);
	printf("%s\n", text);
	write(client, "bye", 3);
	return 0;
}
