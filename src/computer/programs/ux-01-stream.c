/* UX-01, 02, 06..10, 30..32, 35, 40, 41, 43, PO-19..21: a pair of stream sockets, data, end of file, broken ends, shutdown. */
#define _GNU_SOURCE
#include "ux.h"

static int pair[2];

static void begin(const char *what)
{
	printf("-- %s\n", what);
	close(pair[0]);
	close(pair[1]);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
}

int main(void)
{
	int unread;
	signal(SIGPIPE, on_signal);
	row("UX-01, PO-19 both ways");
	tell("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
	printf("%d %d %d\n", pair[0], pair[1], fcntl(pair[0], F_GETFL));
	events("idle", pair[0]);
	tell("write", write(pair[0], "abc", 3));
	tell("write back", write(pair[1], "xyz!", 4));
	take("read", pair[1], 10, 0);
	take("read back", pair[0], 10, 0);
	row("UX-02, UX-35, PO-19 no bounds, and a look takes nothing");
	send(pair[0], "abc", 3, 0);
	send(pair[0], "def", 3, 0);
	events("data", pair[1]);
	ioctl(pair[1], FIONREAD, &unread);
	printf("unread %d\n", unread);
	take("peek", pair[1], 10, MSG_PEEK);
	take("part", pair[1], 2, 0);
	take("rest", pair[1], 10, 0);
	take("empty", pair[1], 10, MSG_DONTWAIT);
	row("UX-06 nothing is sent");
	tell("send nothing", send(pair[0], "", 0, 0));
	take("nothing", pair[1], 10, MSG_DONTWAIT);
	take("of nothing", pair[1], 0, MSG_DONTWAIT);
	tell("read of nothing", read(pair[1], text, 0));
	row("UX-40 no offset");
	tell("lseek", lseek(pair[0], 0, SEEK_SET));
	tell("pread", pread(pair[0], text, 1, 0));
	tell("address", sendto(pair[0], "x", 1, 0, (struct sockaddr *)&(struct sockaddr_un){AF_UNIX, "x"}, 110));

	begin("UX-07, UX-08, PO-19 the peer closes");
	send(pair[0], "last", 4, 0);
	close(pair[0]);
	events("data and closed", pair[1]);
	take("data first", pair[1], 10, 0);
	events("closed", pair[1]);
	take("end of file", pair[1], 10, 0);
	take("again", pair[1], 10, 0);
	tell("write", write(pair[1], "x", 1));
	told_signals();
	tell("write nothing", write(pair[1], "x", 0));
	told_signals();
	tell("quietly", send(pair[1], "x", 1, MSG_NOSIGNAL));
	told_signals();

	begin("UX-09, PO-20 the peer closes with unread data");
	send(pair[1], "lost", 4, 0);
	close(pair[0]);
	events("closed", pair[1]);
	take("reset", pair[1], 10, 0);
	take("then the end", pair[1], 10, 0);
	tell("write", write(pair[1], "x", 1));
	told_signals();

	begin("UX-10 both had sent");
	send(pair[0], "ok", 2, 0);
	send(pair[1], "lost", 4, 0);
	close(pair[0]);
	take("data", pair[1], 10, 0);
	take("reset", pair[1], 10, 0);
	take("end", pair[1], 10, 0);

	begin("UX-43 write first");
	send(pair[1], "lost", 4, 0);
	close(pair[0]);
	tell("write", write(pair[1], "x", 1));
	tell("write", write(pair[1], "x", 1));
	told_signals();
	printf("error %s\n", socket_error(option(pair[1], SO_ERROR)));
	printf("error %d\n", option(pair[1], SO_ERROR));
	take("end", pair[1], 10, 0);

	begin("UX-30, PO-19 shutdown for writing");
	send(pair[0], "abc", 3, 0);
	tell("shutdown", shutdown(pair[0], SHUT_WR));
	events("peer", pair[1]);
	events("own", pair[0]);
	take("data", pair[1], 10, 0);
	take("end", pair[1], 10, 0);
	tell("peer writes", write(pair[1], "back", 4));
	take("own reads", pair[0], 10, 0);
	tell("own write", write(pair[0], "x", 1));
	told_signals();
	tell("again", shutdown(pair[0], SHUT_WR));
	tell("the other way", shutdown(pair[1], SHUT_WR));
	events("both", pair[0]);

	begin("UX-31 shutdown for reading");
	send(pair[0], "abc", 3, 0);
	tell("shutdown", shutdown(pair[1], SHUT_RD));
	take("data", pair[1], 10, 0);
	take("end", pair[1], 10, 0);
	tell("peer writes", write(pair[0], "x", 1));
	told_signals();
	tell("own write", write(pair[1], "x", 1));
	row("UX-32 shutdown of nothing that can be shut");
	tell("bad how", shutdown(pair[1], 3));
	tell("bad how", shutdown(pair[1], -1));
	int ends[2];
	pipe(ends);
	tell("no socket", shutdown(ends[0], SHUT_RD));
	tell("no socket", recv(ends[0], text, 1, 0));
	tell("no descriptor", send(99, text, 1, 0));

	printf("-- UX-21, UX-32, PO-21 unconnected\n");
	int lone = socket(AF_UNIX, SOCK_STREAM, 0);
	events("lone", lone);
	take("read", lone, 1, 0);
	tell("write", write(lone, "x", 1));
	told_signals();
	tell("shutdown", shutdown(lone, SHUT_RDWR));
	tell("write", write(lone, "x", 1));
	told_signals();
	tell("listen", listen(lone, 1));

	begin("UX-41 blocked readers");
	for (int how = 0; how < 3; how++) {
		int two[2];
		socketpair(AF_UNIX, SOCK_STREAM, 0, two);
		fflush(stdout);
		if (fork() == 0) {
			close(two[0]);
			take("woken", two[1], 10, 0);
			_exit(0);
		}
		close(two[1]);
		settle();
		if (how == 0)
			send(two[0], "now", 3, 0);
		if (how == 1)
			close(two[0]);
		if (how == 2)
			shutdown(two[0], SHUT_WR);
		wait(NULL);
		close(two[0]);
	}

	begin("UX-35 MSG_WAITALL");
	fflush(stdout);
	if (fork() == 0) {
		close(pair[0]);
		take("all", pair[1], 6, MSG_WAITALL);
		take("until the end", pair[1], 6, MSG_WAITALL);
		take("end", pair[1], 6, MSG_WAITALL);
		_exit(0);
	}
	close(pair[1]);
	for (int i = 0; i < 4; i++) {
		settle();
		send(pair[0], "ab", 2, 0);
	}
	settle();
	close(pair[0]);
	wait(NULL);
	send(pair[0], "x", 1, 0);
	return 0;
}
