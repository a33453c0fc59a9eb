/* pselect(2), ppoll(2): the mask during the wait, and the old one afterwards. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/select.h>

static volatile sig_atomic_t count, inside;

static void handler(int signal)
{
	sigset_t mask;
	count++;
	sigprocmask(SIG_BLOCK, NULL, &mask);
	inside = sigismember(&mask, SIGUSR2) * 10 + sigismember(&mask, signal);
}

static void blocked(const char *what)
{
	sigset_t mask;
	sigprocmask(SIG_BLOCK, NULL, &mask);
	printf("%s: SIGUSR1 blocked %d, count %d\n", what, sigismember(&mask, SIGUSR1), (int)count);
}

int main(void)
{
	struct sigaction action;
	sigset_t set, empty;
	struct timespec time = {0, 20000000}, forever = {100, 0};
	fd_set readable;
	int ends[2];
	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	sigaction(SIGUSR1, &action, NULL);
	sigemptyset(&empty);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigaddset(&set, SIGUSR2);
	sigprocmask(SIG_BLOCK, &set, NULL);
	pipe(ends);
	raise(SIGUSR1);
	struct pollfd entry = {ends[0], POLLIN, 0};
	show("ppoll, pending", ppoll(&entry, 1, NULL, &empty));
	blocked("after ppoll");
	printf("in the handler: %d\n", (int)inside);
	raise(SIGUSR1);
	FD_ZERO(&readable);
	FD_SET(ends[0], &readable);
	show("pselect, pending", pselect(ends[0] + 1, &readable, NULL, NULL, &forever, &empty));
	blocked("after pselect");
	show("ppoll, time", ppoll(&entry, 1, &time, &empty));
	blocked("after the time");
	raise(SIGUSR1);
	show("ppoll without a mask", ppoll(&entry, 1, &time, NULL));
	blocked("still pending");
	write(ends[1], "x", 1);
	show("ready and pending", ppoll(&entry, 1, NULL, &empty));
	blocked("after ready");
	FD_ZERO(&readable);
	FD_SET(ends[0], &readable);
	time.tv_sec = 5;
	show("pselect ready", pselect(ends[0] + 1, &readable, NULL, NULL, &time, NULL));
	printf("its timeout stays %ld\n", (long)time.tv_sec);
	time.tv_nsec = -1;
	show("bad time", ppoll(&entry, 1, &time, NULL));
	show("bad time", pselect(0, NULL, NULL, NULL, &time, NULL));
	return 0;
}
