/* sendmsg and recvmsg, send and recv end as write and read do on a socket: all there is, the wait, the end of file, the time that is up. */
#define _GNU_SOURCE
#include "ux.h"
#include <sys/time.h>

static int pair[2];
static char big[400000];

static struct msghdr around(struct iovec *piece, void *bytes, size_t count)
{
	*piece = (struct iovec){bytes, count};
	return (struct msghdr){.msg_iov = piece, .msg_iovlen = 1};
}

static long send_message(int fd, const void *bytes, size_t count, int flags, const char *to)
{
	struct iovec piece;
	struct sockaddr_un address = name(to == NULL ? "" : to);
	struct msghdr message = around(&piece, (void *)bytes, count);
	if (to != NULL) {
		message.msg_name = &address;
		message.msg_namelen = *to == 0 ? 1 : sizeof address;
	}
	return sendmsg(fd, &message, flags);
}

static long receive_message(int fd, size_t count, int flags)
{
	struct iovec piece;
	struct msghdr message = around(&piece, text, count);
	return recvmsg(fd, &message, flags);
}

static void limit(int fd, int which, long microseconds)
{
	struct timeval time = {0, microseconds};
	setsockopt(fd, SOL_SOCKET, which, &time, sizeof time);
}

/* After a moment another process reads so many bytes, or writes four; a signal may come before. */
static void meanwhile(int fd, size_t reads, int interrupts)
{
	fflush(stdout);
	if (fork() == 0) {
		usleep(30000);
		if (interrupts)
			kill(getppid(), SIGUSR1);
		usleep(30000);
		if (reads == 0)
			write(fd, "word", 4);
		while (reads > 0) {
			long n = read(fd, text, sizeof text);
			reads = n <= 0 || (size_t)n > reads ? 0 : reads - n;
		}
		_exit(0);
	}
}

/* The other end stops reading while the sender sleeps. */
static void stops_reading(void)
{
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	while (send(pair[0], big, 1000, MSG_DONTWAIT) > 0)
		;
	fflush(stdout);
	if (fork() == 0) {
		usleep(30000);
		shutdown(pair[1], SHUT_RD);
		_exit(0);
	}
}

int main(void)
{
	signal(SIGPIPE, on_signal);
	signal(SIGUSR1, on_signal);
	printf("-- a stream\n");
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	tell("all of it", send_message(pair[0], "hello", 5, 0, NULL));
	tell("received", receive_message(pair[1], 5, 0));
	meanwhile(pair[1], 0, 1);
	tell("recvmsg waits, and once more after a signal", receive_message(pair[0], 4, 0));
	wait(NULL);
	meanwhile(pair[1], 0, 1);
	tell("recv waits, and once more after a signal", recv(pair[0], text, 4, 0));
	wait(NULL);
	limit(pair[0], SO_RCVTIMEO, 200000);
	meanwhile(pair[1], 0, 0);
	tell("a part in time", receive_message(pair[0], 8, MSG_WAITALL));
	wait(NULL);
	tell("nothing in time", receive_message(pair[0], 8, 0));
	meanwhile(pair[1], sizeof big, 0);
	tell("sendmsg waits for room", send_message(pair[0], big, sizeof big, 0, NULL));
	wait(NULL);
	meanwhile(pair[1], sizeof big, 0);
	tell("send waits for room", send(pair[0], big, sizeof big, 0));
	wait(NULL);
	limit(pair[0], SO_SNDTIMEO, 100000);
	tell("sendmsg sends a part", send_message(pair[0], big, sizeof big, 0, NULL) > 0);
	tell("sendmsg has no time for more", send_message(pair[0], big, sizeof big, 0, NULL));
	tell("send has no time for more", send(pair[0], big, sizeof big, 0));
	while (receive_message(pair[1], sizeof text, MSG_DONTWAIT) > 0)
		;
	tell("send sends a part", send(pair[0], big, sizeof big, 0) > 0);
	while (receive_message(pair[1], sizeof text, MSG_DONTWAIT) > 0)
		;
	limit(pair[0], SO_SNDTIMEO, 0);
	tell("sendmsg sends what fits", send_message(pair[0], big, sizeof big, MSG_DONTWAIT, NULL) > 0);
	while (receive_message(pair[1], sizeof text, MSG_DONTWAIT) > 0)
		;
	tell("send sends what fits", send(pair[0], big, sizeof big, MSG_DONTWAIT) > 0);
	while (receive_message(pair[1], sizeof text, MSG_DONTWAIT) > 0)
		;
	fcntl(pair[1], F_SETFL, O_NONBLOCK);
	tell("read finds nothing", read(pair[1], text, 4));
	shutdown(pair[0], SHUT_WR);
	tell("end of file", receive_message(pair[1], 4, 0));
	tell("broken", send_message(pair[0], "x", 1, 0, NULL));
	tell("broken quietly", send_message(pair[0], "x", 1, MSG_NOSIGNAL, NULL));
	stops_reading();
	tell("broken while sendmsg slept", send_message(pair[0], "x", 1, 0, NULL));
	wait(NULL);
	stops_reading();
	tell("broken while write slept", write(pair[0], "x", 1));
	wait(NULL);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	write(pair[0], "x", 1);
	close(pair[1]);
	tell("read where the other end left something unread", read(pair[0], text, 4));
	tell("read of a stream that is not connected", read(socket(AF_UNIX, SOCK_STREAM, 0), text, 1));
	tell("read of packets that are not connected", read(socket(AF_UNIX, SOCK_SEQPACKET, 0), text, 1));

	printf("-- an urgent byte\n");
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	tell("none", receive_message(pair[1], 1, MSG_OOB));
	tell("sent", send_message(pair[0], "u", 1, MSG_OOB, NULL));
	tell("received", receive_message(pair[1], 1, MSG_OOB));

	printf("-- messages\n");
	socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair);
	write(pair[1], "a long one", 10);
	tell("read takes a part, and the rest is lost", read(pair[0], text, 4));
	tell("shut", shutdown(pair[0], SHUT_WR));
	tell("sendmsg", send_message(pair[0], "x", 1, 0, NULL));
	int from = socket(AF_UNIX, SOCK_DGRAM, 0), box = named(SOCK_DGRAM, "box"), taken = named(SOCK_DGRAM, "taken");
	tell("no urgent byte here", receive_message(box, 1, MSG_OOB));
	tell("no such name", send_message(from, "x", 1, 0, "none"));
	tell("no address", send_message(from, "x", 1, 0, ""));
	close(named(SOCK_DGRAM, "gone"));
	tell("nobody has the name", send_message(from, "x", 1, 0, "gone"));
	join(taken, "box");
	tell("it hears another", send_message(from, "x", 1, 0, "taken"));
	size_t queued = 0;
	while (send_message(from, "x", 1, MSG_DONTWAIT, "box") == 1)
		queued++;
	tell("the queue is full", send_message(from, "x", 1, MSG_DONTWAIT, "box"));
	join(from, "box");
	fcntl(from, F_SETFL, O_NONBLOCK);
	tell("write finds it full", write(from, "x", 1));
	fcntl(from, F_SETFL, 0);
	meanwhile(box, queued + 1, 0);
	tell("sendmsg waits for a place", send_message(from, "x", 1, 0, NULL));
	wait(NULL);
	queued = 0;
	while (send_message(from, "x", 1, MSG_DONTWAIT, NULL) == 1)
		queued++;
	meanwhile(box, queued + 1, 0);
	tell("write waits for a place", write(from, "x", 1));
	wait(NULL);

	printf("-- nowhere\n");
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	write(pair[0], "lost", 4);
	struct iovec piece;
	struct msghdr message = around(&piece, (void *)8, 4);
	tell("recvmsg", recvmsg(pair[1], &message, MSG_DONTWAIT));
	message.msg_iovlen = 1025;
	tell("recvmsg into more pieces than a call takes", recvmsg(pair[1], &message, MSG_DONTWAIT));
	tell("sendmsg of more pieces than a call takes", sendmsg(pair[1], &message, 0));
	told_signals();
	return 0;
}
