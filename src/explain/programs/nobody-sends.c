/* nobody-sends: datagrams have no end, so whoever receives one more than was sent waits for ever. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "log"};
	int box = socket(AF_UNIX, SOCK_DGRAM, 0);
	bind(box, (struct sockaddr *)&name, sizeof name);

	if (fork() == 0) {
		close(box);
		int out = socket(AF_UNIX, SOCK_DGRAM, 0);
		sendto(out, "one", 3, 0, (struct sockaddr *)&name, sizeof name);
		sendto(out, "two", 3, 0, (struct sockaddr *)&name, sizeof name);
		return 0;
	}
	char text[16];
	while (recv(box, text, sizeof text, 0) > 0)
		write(1, text, 3);
	wait(NULL);
	unlink(name.sun_path);
	return 0;
}
