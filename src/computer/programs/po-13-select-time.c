/* select tells in its timeout how much of it is left; pselect, poll and ppoll do not. */
#define _GNU_SOURCE
#include <sys/select.h>
#include <sys/time.h>
#include "row.h"

static void handler(int signal)
{
	(void)signal;
}

static void left(const char *what, struct timeval time)
{
	long milliseconds = time.tv_sec * 1000 + time.tv_usec / 1000;
	printf("%s: %s\n", what, milliseconds == 0 ? "nothing left" : milliseconds == 5000 ? "all left" : milliseconds > 3000 ? "most left" : "some left");
	fflush(stdout);
}

int main(void)
{
	int ends[2];
	char byte;
	fd_set set;
	struct timeval time = {5, 0};
	struct timespec exact = {0, 50000000}, before = exact;
	signal(SIGALRM, handler);
	pipe(ends);
	if (fork() == 0) {
		settle();
		write(ends[1], "x", 1);
		_exit(0);
	}
	FD_ZERO(&set);
	FD_SET(ends[0], &set);
	show("becomes ready", select(ends[0] + 1, &set, NULL, NULL, &time));
	left("becomes ready", time);
	read(ends[0], &byte, 1);
	wait(NULL);
	time.tv_sec = 0;
	time.tv_usec = 50000;
	show("times out", select(ends[0] + 1, &set, NULL, NULL, &time));
	left("times out", time);
	printf("in the set: %d\n", FD_ISSET(ends[0], &set));
	time.tv_sec = 0;
	time.tv_usec = 4000000 + 1000000;
	FD_SET(ends[0], &set);
	struct itimerval soon = {{0, 0}, {0, 30000}};
	setitimer(ITIMER_REAL, &soon, NULL);
	show("interrupted", select(ends[0] + 1, &set, NULL, NULL, &time));
	left("interrupted", time);
	printf("normal form: %d; in the set: %d\n", time.tv_usec < 1000000, FD_ISSET(ends[0], &set));
	time.tv_sec = 5;
	time.tv_usec = 0;
	FD_SET(50, &set);
	show("not open", select(51, &set, NULL, NULL, &time));
	printf("most or all left: %d\n", time.tv_sec >= 4);
	FD_ZERO(&set);
	FD_SET(ends[0], &set);
	show("pselect", pselect(ends[0] + 1, &set, NULL, NULL, &exact, NULL));
	show("as it was", exact.tv_sec == before.tv_sec && exact.tv_nsec == before.tv_nsec);
	struct pollfd one = {ends[0], POLLIN, 0};
	show("ppoll", ppoll(&one, 1, &exact, NULL));
	show("as it was", exact.tv_sec == before.tv_sec && exact.tv_nsec == before.tv_nsec);
	return 0;
}
