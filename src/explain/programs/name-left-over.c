/* call-refused: the name of the last server is still there, so bind fails, and nobody hears of it. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static int serve(void)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "desk"};
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	bind(listener, (struct sockaddr *)&name, sizeof name);
	listen(listener, 5);
	int server = socket(AF_UNIX, SOCK_STREAM, 0);
	return connect(server, (struct sockaddr *)&name, sizeof name);
}

int main(void)
{
	for (int run = 1; run <= 2; run++) {
		if (fork() == 0) {
			printf("run %d: %s\n", run, serve() == 0 ? "connected" : "not connected");
			return 0;
		}
		wait(NULL);
	}
	unlink("desk");
	return 0;
}
