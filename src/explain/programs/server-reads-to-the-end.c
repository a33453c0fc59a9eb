/* request-never-ends: the server reads to the end before it answers, and the client waits for the answer with its side open. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static void serve(int listener)
{
	int client = accept(listener, NULL, NULL);
	char text[64];
	int total = 0;
	ssize_t count;
	while ((count = read(client, text, sizeof text)) > 0)
		total += count;
	int length = snprintf(text, sizeof text, "%d bytes came", total);
	write(client, text, length);
	close(client);
}

int main(void)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "counter"};
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	bind(listener, (struct sockaddr *)&name, sizeof name);
	listen(listener, 5);

	if (fork() == 0) {
		serve(listener);
		return 0;
	}
	int server = socket(AF_UNIX, SOCK_STREAM, 0);
	connect(server, (struct sockaddr *)&name, sizeof name);
	write(server, "count me", 8);
	char answer[64];
	ssize_t count;
	while ((count = read(server, answer, sizeof answer)) > 0)
		write(1, answer, count);
	wait(NULL);
	unlink(name.sun_path);
	return 0;
}
