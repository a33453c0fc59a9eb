/* Sockets: descriptors that are none, addresses of nothing, calls that a signal interrupts. */
#define _GNU_SOURCE
#include "ux.h"
#include <sys/resource.h>

static int pair[2], seq[2];
static char buffer[16];

static void interrupt(pid_t pid)
{
	fflush(stdout);
	for (int i = 0; i < 3; i++)
		settle();
	kill(pid, SIGUSR1);
	waitpid(pid, NULL, 0);
}

#define INTERRUPTED(name, call)                                                                                                \
	{                                                                                                                      \
		pid_t pid = fork();                                                                                            \
		if (pid == 0) {                                                                                                \
			tell(name, call);                                                                                      \
			_exit(0);                                                                                              \
		}                                                                                                              \
		interrupt(pid);                                                                                                \
	}

/* The call with a descriptor that is closed, and with one of a file. */
#define EACH(name, call)                                                                                                       \
	for (int i = 0; i < 2; i++) {                                                                                          \
		int s = i == 0 ? 77 : pipe_end;                                                                                \
		tell(name, call);                                                                                              \
	}

int main(void)
{
	static char huge[400000];
	struct sockaddr_un address = name("s"), somewhere;
	struct sockaddr *at = (struct sockaddr *)&address, *nowhere = (struct sockaddr *)8;
	struct sigaction action = {.sa_handler = on_signal};
	struct iovec part = {buffer, 1}, bad_part = {(void *)8, 1}, whole = {huge, sizeof huge};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
	struct msghdr bad = {.msg_iov = &bad_part, .msg_iovlen = 1}, large = {.msg_iov = &whole, .msg_iovlen = 1};
	struct msghdr addressed = {.msg_name = &address, .msg_namelen = sizeof address, .msg_iov = &part, .msg_iovlen = 1};
	socklen_t length = sizeof somewhere, *no_length = (socklen_t *)8;
	int value = 0, ends[2];
	sigaction(SIGUSR1, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
	pipe(ends);
	int pipe_end = ends[0];
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	socketpair(AF_UNIX, SOCK_SEQPACKET, 0, seq);

	EACH("bind", bind(s, at, sizeof address));
	EACH("listen", listen(s, 1));
	EACH("accept", accept(s, NULL, NULL));
	EACH("connect", connect(s, at, sizeof address));
	EACH("send", send(s, "x", 1, 0));
	EACH("recv", recv(s, buffer, 1, 0));
	EACH("sendmsg", sendmsg(s, &message, 0));
	EACH("recvmsg", recvmsg(s, &message, 0));
	EACH("shutdown", shutdown(s, SHUT_WR));
	EACH("getsockname", getsockname(s, (struct sockaddr *)&somewhere, &length));
	EACH("getpeername", getpeername(s, (struct sockaddr *)&somewhere, &length));
	EACH("getsockopt", getsockopt(s, SOL_SOCKET, SO_TYPE, &value, &length));
	EACH("setsockopt", setsockopt(s, SOL_SOCKET, SO_SNDBUF, &value, sizeof value));

	int listener = named(SOCK_STREAM, "s"), letters = named(SOCK_DGRAM, "d");
	tell("listen", listen(listener, 0));
	int client = socket(AF_UNIX, SOCK_STREAM, 0), lone = socket(AF_UNIX, SOCK_SEQPACKET, 0);
	tell("connect to nowhere", connect(client, nowhere, sizeof address));
	tell("connect in another family", connect(client, (struct sockaddr *)&(struct sockaddr){.sa_family = AF_INET}, 16));
	tell("connect", connect(client, at, sizeof address));
	tell("accept to nowhere", accept(listener, nowhere, &length));
	tell("send from nowhere", send(pair[0], (void *)8, 1, 0));
	send(pair[0], "x", 1, 0);
	tell("receive to nowhere", recv(pair[1], (void *)8, 1, 0));
	tell("send message from nowhere", sendmsg(pair[0], &bad, 0));
	tell("receive message to nowhere", recvmsg(pair[1], &bad, 0));
	tell("no message", sendmsg(pair[0], (struct msghdr *)8, 0));
	tell("no message", recvmsg(pair[0], (struct msghdr *)8, 0));
	tell("name to nowhere", getsockname(listener, nowhere, &length));
	tell("name of no length", getsockname(listener, (struct sockaddr *)&somewhere, no_length));
	length = -1;
	tell("name of a negative length", getsockname(listener, (struct sockaddr *)&somewhere, &length));
	tell("peer of a negative length", getpeername(pair[0], (struct sockaddr *)&somewhere, &length));
	length = sizeof somewhere;
	tell("peer to nowhere", getpeername(pair[0], nowhere, &length));
	tell("option to nowhere", getsockopt(pair[0], SOL_SOCKET, SO_TYPE, nowhere, &length));
	length = -1;
	tell("option of a negative length", getsockopt(pair[0], SOL_SOCKET, SO_TYPE, &value, &length));
	tell("option from nowhere", setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, nowhere, sizeof value));
	tell("pair to nowhere", socketpair(AF_UNIX, SOCK_STREAM, 0, (int *)8));
	tell("pair in no family", socketpair(77, SOCK_STREAM, 0, ends));
	tell("pair of another protocol", socketpair(AF_UNIX, SOCK_STREAM, 6, ends));
	tell("pair of no type", socketpair(AF_UNIX, 77, 0, ends));

	struct sockaddr_un into = name("none/x");
	tell("bind below nothing", bind(lone, (struct sockaddr *)&into, sizeof into));
	close(open("file", O_WRONLY | O_CREAT, 0600));
	into = name("file/x");
	tell("bind below a file", bind(lone, (struct sockaddr *)&into, sizeof into));
	symlink("loop", "loop");
	into = name("loop/x");
	tell("bind in a circle", bind(lone, (struct sockaddr *)&into, sizeof into));
	tell("connect in a circle", connect(lone, (struct sockaddr *)&into, sizeof into));
	tell("send unconnected", send(lone, "x", 1, 0));
	tell("receive unconnected", recv(lone, buffer, 1, 0));
	tell("send message unconnected", sendmsg(lone, &message, 0));
	tell("receive message unconnected", recvmsg(lone, &message, 0));
	tell("receive message, stream", recvmsg(socket(AF_UNIX, SOCK_STREAM, 0), &message, 0));
	tell("send letter to nobody", sendmsg(letters, &message, 0));

	tell("too long", send(seq[0], huge, sizeof huge, MSG_DONTWAIT));
	tell("too long a message", sendmsg(seq[0], &large, MSG_DONTWAIT));
	tell("message with an address", sendmsg(pair[0], &addressed, 0));
	tell("message out of band", sendmsg(seq[0], &message, MSG_OOB));
	while (send(pair[0], huge, 1000, MSG_DONTWAIT) == 1000)
		;
	tell("full", sendmsg(pair[0], &message, MSG_DONTWAIT));
	INTERRUPTED("send, interrupted", send(pair[0], huge, 1000, 0));
	INTERRUPTED("sendmsg, interrupted", sendmsg(pair[0], &message, 0));
	INTERRUPTED("recv, interrupted", recv(seq[0], buffer, 1, 0));
	INTERRUPTED("recvmsg, interrupted", recvmsg(seq[0], &message, 0));
	INTERRUPTED("read, interrupted", read(seq[0], buffer, 1));
	int silent = named(SOCK_STREAM, "t");
	listen(silent, 0);
	INTERRUPTED("accept, interrupted", accept(silent, NULL, NULL));
	address = name("t");
	tell("connect", join(client = socket(AF_UNIX, SOCK_STREAM, 0), "t"));
	INTERRUPTED("connect, interrupted", join(socket(AF_UNIX, SOCK_STREAM, 0), "t"));

	close(pair[1]);
	tell("message to nobody", sendmsg(pair[0], &message, 0));
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	send(pair[0], "x", 1, 0);
	close(pair[1]);
	tell("message after a reset", recvmsg(pair[0], &message, 0));
	struct rlimit limit = {3, 3};
	setrlimit(RLIMIT_NOFILE, &limit);
	tell("no descriptor left", socket(AF_UNIX, SOCK_STREAM, 0));
	tell("none for a pair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
	tell("none for who is accepted", accept(silent, NULL, NULL));
	return 0;
}
