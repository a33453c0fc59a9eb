/* UX-39: MSG_OOB on a stream: one byte that is received apart, and its mark in the stream. */
#define _GNU_SOURCE
#include "ux.h"

static int pair[2];

static void fresh(const char *title)
{
	printf("-- %s\n", title);
	close(pair[0]);
	close(pair[1]);
	socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair);
}

static void urgent(const char *words)
{
	printf("send %s: %zd\n", words, send(pair[0], words, strlen(words), MSG_OOB));
}

static void plain(const char *words)
{
	printf("send %s: %zd\n", words, send(pair[0], words, strlen(words), 0));
}

static void mark(void)
{
	int at = -1;
	int answer = ioctl(pair[1], SIOCATMARK, &at);
	printf("at the mark: %d %d %d\n", answer, at, sockatmark(pair[1]));
}

static void waiting(void)
{
	int count = -1;
	ioctl(pair[1], FIONREAD, &count);
	printf("FIONREAD %d\n", count);
}

static void ready(void)
{
	struct pollfd entry = {pair[1], POLLIN | POLLPRI, 0};
	poll(&entry, 1, 0);
	printf("poll %s%s\n", entry.revents & POLLIN ? "POLLIN " : "", entry.revents & POLLPRI ? "POLLPRI" : "");
}

int main(void)
{
	int on = 1;
	fresh("received apart");
	take("none sent", pair[1], 9, MSG_OOB);
	row("UX-39 one byte is received apart");
	urgent("abc");
	waiting();
	ready();
	mark();
	take("peek", pair[1], 9, MSG_OOB | MSG_PEEK);
	take("urgent", pair[1], 9, MSG_OOB);
	take("urgent again", pair[1], 9, MSG_OOB);
	ready();
	take("plain", pair[1], 9, 0);
	take("plain", pair[1], 9, 0);

	fresh("reads stop at the mark");
	urgent("abc");
	plain("de");
	ready();
	take("before", pair[1], 9, 0);
	mark();
	ready();
	take("urgent at the mark", pair[1], 9, MSG_OOB);
	take("behind", pair[1], 9, 0);
	mark();

	fresh("read over it");
	urgent("abc");
	plain("de");
	take("before", pair[1], 9, 0);
	take("behind", pair[1], 9, 0);
	take("urgent is lost", pair[1], 9, MSG_OOB);

	fresh("a later one takes its place");
	urgent("ab");
	urgent("cd");
	take("urgent", pair[1], 9, MSG_OOB);
	take("plain", pair[1], 9, 0);
	take("plain", pair[1], 9, 0);

	fresh("one byte alone");
	urgent("x");
	waiting();
	ready();
	mark();
	take("plain", pair[1], 9, 0);
	take("urgent", pair[1], 9, MSG_OOB);

	fresh("in line");
	setsockopt(pair[1], SOL_SOCKET, SO_OOBINLINE, &on, sizeof on);
	printf("SO_OOBINLINE %d\n", option(pair[1], SO_OOBINLINE));
	urgent("abc");
	plain("d");
	take("apart", pair[1], 9, MSG_OOB);
	take("before", pair[1], 9, 0);
	mark();
	take("from it on", pair[1], 9, 0);

	fresh("peeking");
	urgent("abc");
	plain("de");
	take("peek", pair[1], 9, MSG_PEEK);
	take("before", pair[1], 9, 0);
	take("peek behind", pair[1], 9, MSG_PEEK);
	take("behind", pair[1], 9, 0);

	fresh("the end behind it");
	urgent("z");
	close(pair[0]);
	pair[0] = -1;
	ready();
	take("plain", pair[1], 9, 0);
	take("urgent", pair[1], 9, MSG_OOB);

	fresh("taken early");
	urgent("abc");
	plain("de");
	take("urgent", pair[1], 9, MSG_OOB);
	take("plain", pair[1], 9, 0);
	take("plain", pair[1], 9, 0);

	fresh("select");
	urgent("ab");
	fd_set except;
	FD_ZERO(&except);
	FD_SET(pair[1], &except);
	struct timeval at_once = {0, 0};
	printf("select %d\n", select(pair[1] + 1, NULL, NULL, &except, &at_once));

	fresh("a wait for all passes no mark");
	fcntl(pair[1], F_SETFL, 0);
	urgent("abc");
	plain("defgh");
	take("all of eight", pair[1], 8, MSG_WAITALL);
	take("all of five", pair[1], 5, MSG_WAITALL);

	printf("-- other types\n");
	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	printf("%s\n", send(pair[0], "x", 1, MSG_OOB) == -1 ? socket_error(errno) : "sent");
	take("receive", pair[1], 1, MSG_OOB | MSG_DONTWAIT);
	socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair);
	printf("%s\n", send(pair[0], "x", 1, MSG_OOB) == -1 ? socket_error(errno) : "sent");
	take("receive", pair[1], 1, MSG_OOB | MSG_DONTWAIT);
	fresh("nothing");
	printf("empty: %s\n", send(pair[0], "", 0, MSG_OOB) == -1 ? socket_error(errno) : "sent");
	close(pair[1]);
	signal(SIGPIPE, on_signal);
	printf("to nobody: %s\n", send(pair[0], "x", 1, MSG_OOB) == -1 ? socket_error(errno) : "sent");
	return 0;
}
