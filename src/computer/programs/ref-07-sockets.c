/* Sockets: what a connected one refuses, a listener that is shut, a sender whose other end goes while it sleeps. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/socket.h>
#include <sys/un.h>

int main(void)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "listener"};
	static char block[400000];
	int pair[2];
	unlink("listener");
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	bind(listener, (struct sockaddr *)&address, sizeof address);
	listen(listener, 4);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	errno = 0;
	long again = connect(pair[0], (struct sockaddr *)&address, sizeof address);
	printf("connect of a connected one: %ld %s\n", again, errno == EISCONN ? "EISCONN" : error_name(errno));
	struct sockaddr_un own = {.sun_family = AF_UNIX, .sun_path = "own"};
	unlink("own");
	show("a name for a connected one", bind(pair[0], (struct sockaddr *)&own, sizeof own));
	show("listen of a connected one", listen(pair[0], 4));
	shutdown(listener, SHUT_RD);
	show("accept of one that is shut", accept(listener, NULL, NULL));

	signal(SIGPIPE, SIG_IGN);
	pid_t child = fork();
	if (child == 0) {
		close(pair[1]);
		while (send(pair[0], block, 1000, MSG_DONTWAIT) == 1000)
			;
		show("the other end goes while it sleeps", send(pair[0], block, sizeof block, 0));
		_exit(0);
	}
	close(pair[0]);
	settle();
	settle();
	settle();
	settle();
	close(pair[1]);
	waitpid(child, NULL, 0);

	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	child = fork();
	if (child == 0) {
		while (send(pair[0], block, 1000, MSG_DONTWAIT) == 1000)
			;
		show("shut by another while it sleeps", send(pair[0], block, 1000, 0));
		_exit(0);
	}
	settle();
	settle();
	settle();
	settle();
	shutdown(pair[0], SHUT_WR);
	waitpid(child, NULL, 0);
	return 0;
}
