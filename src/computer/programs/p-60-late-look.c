/* P-60: when a read or write looks at its buffer, if that is nowhere. */
#include "row.h"
#include <sys/ioctl.h>
#include <sys/socket.h>

static int ends[2], pair[2], letters[2];
static char *const nowhere = (char *)8;
static char big[65536];

static void on_signal(int signal)
{
	(void)signal;
	write(1, "handler\n", 8);
}

static int inside(int fd)
{
	int count = -1;
	ioctl(fd, FIONREAD, &count);
	return count;
}

/* After a moment a child writes three bytes, reads, or sends its parent a signal. */
static void meanwhile(int writes, int reads, int interrupts)
{
	fflush(stdout);
	if (fork() == 0) {
		settle();
		if (interrupts)
			kill(getppid(), SIGUSR1);
		settle();
		if (writes >= 0)
			write(writes, "abc", 3);
		if (reads >= 0)
			(void)read(reads, big, 4096);
		_exit(0);
	}
}

int main(void)
{
	struct sigaction action = {.sa_handler = on_signal};
	sigaction(SIGUSR1, &action, NULL);
	sigaction(SIGPIPE, &action, NULL);
	pipe(ends);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	socketpair(AF_UNIX, SOCK_DGRAM, 0, letters);
	row("P-60 a read waits before it looks where to");
	meanwhile(ends[1], -1, 0);
	show("read", read(ends[0], nowhere, 10));
	show("is still there", inside(ends[0]));
	(void)read(ends[0], big, 10);
	wait(NULL);
	meanwhile(-1, -1, 1);
	show("read, interrupted", read(ends[0], nowhere, 10));
	wait(NULL);
	action.sa_flags = SA_RESTART;
	sigaction(SIGUSR1, &action, NULL);
	meanwhile(ends[1], -1, 1);
	show("read, begun anew", read(ends[0], nowhere, 10));
	wait(NULL);
	(void)read(ends[0], big, 10);
	meanwhile(pair[1], -1, 0);
	show("read of a stream", read(pair[0], nowhere, 10));
	show("is still there", inside(pair[0]));
	wait(NULL);
	(void)read(pair[0], big, 10);
	meanwhile(letters[1], -1, 0);
	show("read of a letter", read(letters[0], nowhere, 10));
	show("is gone", recv(letters[0], big, 10, MSG_DONTWAIT));
	wait(NULL);
	show("nothing there", recv(pair[0], nowhere, 10, MSG_DONTWAIT));
	if (fork() == 0) {
		show("another reads after it", read(ends[0], big, 10));
		_exit(0);
	}
	meanwhile(ends[1], -1, 0);
	wait(NULL);
	wait(NULL);
	row("P-60 a write waits before it looks at what");
	write(ends[1], big, sizeof big);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	show("no room", write(ends[1], nowhere, 10));
	fcntl(ends[1], F_SETFL, 0);
	meanwhile(-1, ends[0], 0);
	show("room comes", write(ends[1], nowhere, 10));
	wait(NULL);
	close(ends[0]);
	show("nobody reads", write(ends[1], nowhere, 10));
	close(pair[1]);
	show("nobody has the other end", write(pair[0], nowhere, 10));
	int full = open("/dev/full", O_WRONLY);
	show("a full device", write(full, nowhere, 10));
	return 0;
}
