/* SG-50: what a stop and SIGCONT make of calls that sleep, where no handler runs. */
#include "row.h"
#include <sys/socket.h>
#include <sys/time.h>

static int ends[2], pair[2];
static char big[200000];

static void sends(void)
{
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	if (fork() == 0) {
		close(pair[0]);
		settle();
		settle();
		settle();
		settle();
		while (read(pair[1], big, sizeof big) > 0)
			;
		_exit(0);
	}
	close(pair[1]);
	printf("all of the first %d\n", send(pair[0], big, sizeof big, 0) == sizeof big);
	printf("all of the second %d\n", send(pair[0], big, sizeof big, 0) == sizeof big);
}

static void receives(int limited)
{
	struct timeval limit = {0, 400000};
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	if (limited)
		setsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
	if (fork() == 0) {
		settle();
		settle();
		settle();
		settle();
		write(pair[1], "x", 1);
		_exit(0);
	}
	show(limited ? "recv, limited" : "recv", recv(pair[0], big, 1, 0));
}

static void sleeps(int which)
{
	struct timespec time = {0, 300000000};
	struct pollfd one = {ends[0], POLLIN, 0};
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	switch (which) {
	case 0: show("write", write(ends[1], big, 70000)); break;
	case 1: show("sigtimedwait", sigtimedwait(&set, NULL, &time)); break;
	case 2: show("nanosleep", nanosleep(&time, NULL)); break;
	case 3: show("poll", poll(&one, 1, 300)); break;
	case 4: sends(); break;
	case 5: receives(0); break;
	case 6: receives(1); break;
	}
	fflush(stdout);
	_exit(0);
}

int main(void)
{
	row("SG-50 stopped in a call, and continued");
	for (int which = 0; which <= 6; which++) {
		int status;
		pid_t child;
		pipe(ends);
		child = fork();
		if (child == 0)
			sleeps(which);
		settle();
		kill(child, SIGSTOP);
		waitpid(child, &status, WUNTRACED);
		kill(child, SIGCONT);
		settle();
		if (which == 0)
			show("then reads", read(ends[0], big, sizeof big));
		waitpid(child, &status, 0);
		close(ends[0]);
		close(ends[1]);
	}
	return 0;
}
