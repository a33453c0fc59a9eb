/* UX-03..06, 11, 12, PO-22: pairs of datagram and seqpacket sockets keep the bounds of messages. */
#define _GNU_SOURCE
#include "ux.h"

static int pair[2];

static void message(const char *what, size_t room, int flags)
{
	char buffer[32], more[32];
	struct iovec parts[2] = {{buffer, room / 2}, {more, room - room / 2}};
	struct msghdr header = {.msg_iov = parts, .msg_iovlen = 2};
	long got = recvmsg(pair[1], &header, flags);
	tell(what, got);
	printf("flags %x %.*s|%.*s\n", (unsigned)header.msg_flags, (int)(room / 2), buffer,
	       got > (long)(room / 2) ? (int)(got - room / 2) : 0, more);
}

int main(void)
{
	int unread;
	signal(SIGPIPE, on_signal);
	const int types[] = {SOCK_DGRAM, SOCK_SEQPACKET};
	for (int i = 0; i < 2; i++) {
		printf("-- UX-03, UX-04, PO-22 type %d\n", types[i]);
		socketpair(AF_UNIX, types[i] | SOCK_NONBLOCK, 0, pair);
		events("idle", pair[1]);
		take("empty", pair[1], 4, 0);
		send(pair[0], "abc", 3, 0);
		send(pair[0], "de", 2, 0);
		events("two", pair[1]);
		ioctl(pair[1], FIONREAD, &unread);
		printf("unread %d\n", unread);
		take("first", pair[1], 10, 0);
		take("second", pair[1], 10, 0);
		row("UX-05 longer than the buffer");
		send(pair[0], "0123456789", 10, 0);
		send(pair[0], "next", 4, 0);
		take("peek", pair[1], 4, MSG_PEEK);
		take("peek of all", pair[1], 4, MSG_PEEK | MSG_TRUNC);
		message("message", 4, 0);
		take("the rest is lost", pair[1], 10, 0);
		send(pair[0], "0123456789", 10, 0);
		take("length", pair[1], 4, MSG_TRUNC);
		struct iovec parts[3] = {{"a", 1}, {"", 0}, {"bcd", 3}};
		struct msghdr header = {.msg_iov = parts, .msg_iovlen = 3};
		tell("sendmsg", sendmsg(pair[0], &header, 0));
		message("gathered", 6, 0);
		tell("writev", writev(pair[0], parts, 3));
		tell("readv", readv(pair[1], &(struct iovec){text, 9}, 1));
		row("UX-06, PO-22 an empty message");
		tell("nothing", send(pair[0], "", 0, 0));
		events("nothing", pair[1]);
		take("nothing", pair[1], 10, 0);
		take("empty", pair[1], 10, 0);
		send(pair[0], "x", 1, 0);
		take("no room", pair[1], 0, 0);
		tell("read of nothing", read(pair[1], text, 0));
		take("empty", pair[1], 10, 0);

		printf("-- shutdown\n");
		send(pair[0], "last", 4, 0);
		tell("shutdown", shutdown(pair[0], SHUT_WR));
		tell("send", send(pair[0], "x", 1, 0));
		told_signals();
		take("data", pair[1], 10, 0);
		take("then", pair[1], 10, 0);
		events("peer", pair[1]);
		tell("back", send(pair[1], "back", 4, 0));
		take("back", pair[0], 10, 0);

		printf("-- UX-11, UX-12, PO-22 the peer closes\n");
		socketpair(AF_UNIX, types[i] | SOCK_NONBLOCK, 0, pair);
		send(pair[0], "data", 4, 0);
		close(pair[0]);
		events("closed", pair[1]);
		take("data", pair[1], 10, 0);
		take("then", pair[1], 10, 0);
		tell("write", write(pair[1], "x", 1));
		told_signals();
		tell("again", write(pair[1], "x", 1));
		take("read", pair[1], 10, 0);
		events("after", pair[1]);

		printf("-- with unread data\n");
		socketpair(AF_UNIX, types[i] | SOCK_NONBLOCK, 0, pair);
		send(pair[1], "lost", 4, 0);
		close(pair[0]);
		events("closed", pair[1]);
		tell("write", write(pair[1], "x", 1));
		tell("again", write(pair[1], "x", 1));
		take("read", pair[1], 10, 0);

		printf("-- blocked\n");
		socketpair(AF_UNIX, types[i], 0, pair);
		fflush(stdout);
		if (fork() == 0) {
			close(pair[0]);
			take("woken", pair[1], 10, 0);
			if (types[i] == SOCK_SEQPACKET)
				take("end", pair[1], 10, 0);
			_exit(0);
		}
		close(pair[1]);
		settle();
		send(pair[0], "now", 3, 0);
		settle();
		close(pair[0]);
		wait(NULL);
	}
	printf("-- shut for reading\n");
	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	shutdown(pair[0], SHUT_RD);
	take("waits not", pair[0], 4, 0);
	take("now", pair[0], 4, MSG_DONTWAIT);
	tell("peer", send(pair[1], "x", 1, 0));
	return 0;
}
