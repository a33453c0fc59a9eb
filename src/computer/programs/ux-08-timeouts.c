/* SO_RCVTIMEO and SO_SNDTIMEO: how long a call on a socket waits, and what it answers when the time is up. */
#define _GNU_SOURCE
#include "ux.h"
#include <sys/time.h>

static int pair[2];

static int limit(int fd, int name, long seconds, long microseconds)
{
	struct timeval time = {seconds, microseconds};
	return setsockopt(fd, SOL_SOCKET, name, &time, sizeof time);
}

static void told(const char *what, int fd, int name)
{
	struct timeval time = {9, 9};
	socklen_t length = sizeof time;
	int answer = getsockopt(fd, SOL_SOCKET, name, &time, &length);
	printf("%s: %d, %ld.%06ld, %u\n", what, answer, (long)time.tv_sec, (long)time.tv_usec, length);
}

static void later(int fd, const char *words, int after)
{
	fflush(stdout);
	if (fork() == 0) {
		usleep(after);
		write(fd, words, strlen(words));
		_exit(0);
	}
}

int main(void)
{
	signal(SIGPIPE, on_signal);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	told("none", pair[0], SO_RCVTIMEO);
	tell("set", limit(pair[0], SO_RCVTIMEO, 0, 200000));
	told("receive", pair[0], SO_RCVTIMEO);
	told("send", pair[0], SO_SNDTIMEO);
	printf("too many microseconds: %s\n", limit(pair[0], SO_RCVTIMEO, 0, 1000000) == -1 && errno == EDOM ? "EDOM" : "?");
	tell("negative", limit(pair[0], SO_RCVTIMEO, -1, 0));
	told("negative is at once", pair[0], SO_RCVTIMEO);
	take("at once", pair[0], 4, 0);
	limit(pair[0], SO_RCVTIMEO, 0, 200000);
	int small = 0;
	tell("short", setsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &small, sizeof small));
	take("nothing comes", pair[0], 4, 0);
	later(pair[1], "soon", 20000);
	take("it comes in time", pair[0], 4, 0);
	wait(NULL);
	later(pair[1], "half", 20000);
	take("all of eight", pair[0], 8, MSG_WAITALL);
	wait(NULL);
	tell("read", read(pair[0], text, 1));
	tell("none again", limit(pair[0], SO_RCVTIMEO, 0, 0));
	told("none", pair[0], SO_RCVTIMEO);

	printf("-- datagrams and packets\n");
	close(pair[0]);
	close(pair[1]);
	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	limit(pair[0], SO_RCVTIMEO, 0, 50000);
	take("datagram", pair[0], 4, 0);
	close(pair[0]);
	close(pair[1]);

	printf("-- sending\n");
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	limit(pair[0], SO_SNDTIMEO, 0, 50000);
	long sent = 0, got;
	while ((got = write(pair[0], text, 4096)) == 4096)
		sent += got;
	printf("%ld, then %s\n", sent, got == -1 ? socket_error(errno) : "a part");
	printf("again: %s\n", write(pair[0], text, 4096) == -1 ? socket_error(errno) : "a part");
	drain(pair[1], text, 4096);
	printf("more than fits: %s\n", write(pair[0], text, 200000) == -1 ? socket_error(errno) : "a part");
	close(pair[0]);
	close(pair[1]);

	printf("-- meeting\n");
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "late"};
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	bind(listener, (struct sockaddr *)&name, sizeof name);
	listen(listener, 0);
	limit(listener, SO_RCVTIMEO, 0, 50000);
	tell("accept", accept(listener, NULL, NULL));
	int first = socket(AF_UNIX, SOCK_STREAM, 0), second = socket(AF_UNIX, SOCK_STREAM, 0);
	tell("connect", connect(first, (struct sockaddr *)&name, sizeof name));
	limit(second, SO_SNDTIMEO, 0, 50000);
	tell("no place", connect(second, (struct sockaddr *)&name, sizeof name));
	int accepted = accept(listener, NULL, NULL);
	told("of the accepted one", accepted, SO_RCVTIMEO);
	unlink("late");

	printf("-- signals\n");
	struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
	sigaction(SIGALRM, &action, NULL);
	struct itimerval soon = {{0, 0}, {0, 20000}};
	limit(accepted, SO_RCVTIMEO, 1, 0);
	setitimer(ITIMER_REAL, &soon, NULL);
	take("never restarted", accepted, 1, 0);
	return 0;
}
