/* call-refused: accept on a socket that was never told to listen, and nobody looks at the answer. */
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
	int ready[2];
	pipe(ready);

	if (fork() == 0) {
		char letter;
		close(ready[1]);
		read(ready[0], &letter, 1);
		int server = socket(AF_UNIX, SOCK_STREAM, 0);
		if (connect(server, (struct sockaddr *)&name, sizeof name) == 0)
			write(server, "hello\n", 6);
		return 0;
	}
	close(ready[1]);
	int client = accept(listener, NULL, NULL);
	char text[16];
	ssize_t count = read(client, text, sizeof text);
	if (count > 0)
		write(1, text, count);
	wait(NULL);
	unlink(name.sun_path);
	return 0;
}
