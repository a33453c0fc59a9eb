/* UX-13..22, 32, 36, 37, 40, 42, 44: names, listening, connecting, accepting. */
#define _GNU_SOURCE
#include "ux.h"

static void called(const char *what, int fd, int peer)
{
	struct sockaddr_un address;
	memset(&address, 1, sizeof address);
	socklen_t length = sizeof address;
	int result = (peer ? getpeername : getsockname)(fd, (struct sockaddr *)&address, &length);
	if (result == -1)
		tell(what, -1);
	else
		printf("%s: length %d family %d %s\n", what, (int)length, address.sun_family, length > 2 ? address.sun_path : "");
	fflush(stdout);
}

int main(void)
{
	struct stat status;
	struct sockaddr_un address;
	signal(SIGPIPE, on_signal);
	umask(022);
	row("UX-13 a name in the file system");
	int listener = named(SOCK_STREAM, "s");
	stat("s", &status);
	printf("socket %d mode %o links %d size %ld\n", S_ISSOCK(status.st_mode), (unsigned)status.st_mode & 07777,
	       (int)status.st_nlink, (long)status.st_size);
	fstat(listener, &status);
	printf("socket %d mode %o\n", S_ISSOCK(status.st_mode), (unsigned)status.st_mode & 07777);
	called("name", listener, 0);
	called("peer", listener, 1);
	named(SOCK_STREAM, "s");
	address = name("t");
	tell("bind again", bind(listener, (struct sockaddr *)&address, sizeof address));
	tell("made", access("t", F_OK));
	address = name("none/t");
	int lone = socket(AF_UNIX, SOCK_STREAM, 0);
	tell("missing directory", bind(lone, (struct sockaddr *)&address, sizeof address));
	tell("short", bind(lone, (struct sockaddr *)&address, 1));
	tell("long", bind(lone, (struct sockaddr *)&address, sizeof address + 1));
	address.sun_family = AF_INET;
	tell("family", bind(lone, (struct sockaddr *)&address, sizeof address));
	tell("pointer", bind(lone, (struct sockaddr *)8, sizeof address));
	called("unnamed", lone, 0);
	called("unconnected", lone, 1);
	tell("open", open("s", O_RDWR));

	printf("-- UX-14, UX-15, UX-20, UX-21 connect\n");
	close(open("file", O_CREAT | O_WRONLY, 0644));
	mkdir("dir", 0755);
	tell("missing", join(lone, "none"));
	tell("not listening", join(lone, "s"));
	tell("file", join(lone, "file"));
	tell("directory", join(lone, "dir"));
	tell("below a file", join(lone, "file/x"));
	int letters = named(SOCK_DGRAM, "d");
	tell("stream to datagram", join(lone, "d"));
	int datagram = socket(AF_UNIX, SOCK_DGRAM, 0);
	tell("datagram to stream", join(datagram, "s"));
	int packets = socket(AF_UNIX, SOCK_SEQPACKET, 0);
	tell("seqpacket to stream", join(packets, "s"));
	tell("listen datagram", listen(letters, 1));
	tell("listen unbound", listen(lone, 1));
	tell("accept", accept(listener, NULL, NULL));
	tell("accept datagram", accept(letters, NULL, NULL));
	int ends[2];
	pipe(ends);
	tell("accept pipe", accept(ends[0], NULL, NULL));
	tell("connect pipe", join(ends[0], "s"));

	printf("-- UX-16, UX-17, UX-18, UX-20, UX-22, UX-40, PO-21 listen\n");
	tell("listen", listen(listener, 1));
	printf("accepts %d\n", option(listener, SO_ACCEPTCONN));
	events("idle", listener);
	fcntl(listener, F_SETFL, O_NONBLOCK);
	tell("nobody", accept(listener, NULL, NULL));
	take("read", listener, 1, 0);
	tell("write", write(listener, "x", 1));
	told_signals();
	tell("unread", ioctl(listener, FIONREAD, &(int){0}));
	tell("connect a listener", join(listener, "s"));
	int clients[3];
	for (int i = 0; i < 3; i++) {
		clients[i] = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
		tell("connect", join(clients[i], "s"));
	}
	events("waiting", listener);
	events("client", clients[0]);
	called("client", clients[0], 0);
	called("server", clients[0], 1);
	tell("again", join(clients[0], "s"));
	tell("early", write(clients[0], "early", 5));
	tell("early", write(clients[1], "bye", 3));
	close(clients[1]);
	struct sockaddr_un from;
	socklen_t length = sizeof from;
	int first = tell("accept", accept(listener, (struct sockaddr *)&from, &length));
	printf("length %d family %d\n", (int)length, from.sun_family);
	called("accepted", first, 0);
	called("its peer", first, 1);
	take("early", first, 10, 0);
	tell("connect", join(clients[2], "s"));
	int second = tell("accept4", accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC));
	printf("flags %o %d\n", (unsigned)fcntl(second, F_GETFL), fcntl(second, F_GETFD));
	take("from one that left", second, 10, 0);
	take("end", second, 10, 0);
	tell("bad flags", accept4(listener, NULL, NULL, 1));
	events("one left", listener);

	printf("-- UX-37 unlink\n");
	unlink("s");
	int late = socket(AF_UNIX, SOCK_STREAM, 0);
	tell("connect", join(late, "s"));
	tell("established", write(first, "still", 5));
	take("established", clients[0], 10, 0);
	tell("queued", accept(listener, NULL, NULL));
	called("name", listener, 0);

	printf("-- UX-19, UX-44 the listener closes\n");
	int other = named(SOCK_STREAM, "o");
	listen(other, 0);
	int waits = socket(AF_UNIX, SOCK_STREAM, 0);
	tell("connect", join(waits, "o"));
	write(waits, "x", 1);
	fflush(stdout);
	if (fork() == 0) {
		close(other);
		int blocked = socket(AF_UNIX, SOCK_STREAM, 0);
		tell("blocked connect", join(blocked, "o"));
		_exit(0);
	}
	settle();
	close(other);
	wait(NULL);
	events("client", waits);
	take("reset", waits, 1, 0);
	take("then", waits, 1, 0);
	tell("write", write(waits, "x", 1));
	called("who was it", waits, 1);
	int free_one = socket(AF_UNIX, SOCK_STREAM, 0);
	tell("the name stays", join(free_one, "o"));
	named(SOCK_STREAM, "o");

	printf("-- UX-18 a blocked connect is let in\n");
	unlink("o");
	other = named(SOCK_STREAM, "o");
	listen(other, 0);
	waits = socket(AF_UNIX, SOCK_STREAM, 0);
	join(waits, "o");
	fflush(stdout);
	if (fork() == 0) {
		int blocked = socket(AF_UNIX, SOCK_STREAM, 0);
		tell("blocked connect", join(blocked, "o"));
		send(blocked, "hello", 5, 0);
		_exit(0);
	}
	settle();
	first = accept(other, NULL, NULL);
	wait(NULL);
	second = accept(other, NULL, NULL);
	take("hello", second, 10, 0);
	fflush(stdout);
	if (fork() == 0) {
		settle();
		int client = socket(AF_UNIX, SOCK_STREAM, 0);
		join(client, "o");
		_exit(0);
	}
	tell("blocked accept", accept(other, NULL, NULL) >= 0 ? 0 : -1);
	wait(NULL);

	printf("-- UX-36 abstract\n");
	struct sockaddr_un hidden = {AF_UNIX, "\0interprocess"};
	socklen_t size = 2 + 13;
	int a = socket(AF_UNIX, SOCK_STREAM, 0), b = socket(AF_UNIX, SOCK_STREAM, 0), c = socket(AF_UNIX, SOCK_DGRAM, 0);
	tell("bind", bind(a, (struct sockaddr *)&hidden, size));
	tell("taken", bind(b, (struct sockaddr *)&hidden, size));
	tell("another type", bind(c, (struct sockaddr *)&hidden, size));
	length = sizeof from;
	getsockname(a, (struct sockaddr *)&from, &length);
	printf("length %d %d %.12s\n", (int)length, from.sun_path[0], from.sun_path + 1);
	tell("not listening", connect(b, (struct sockaddr *)&hidden, size));
	listen(a, 1);
	tell("connect", connect(b, (struct sockaddr *)&hidden, size));
	close(a);
	int d = socket(AF_UNIX, SOCK_STREAM, 0);
	tell("gone", connect(d, (struct sockaddr *)&hidden, size));
	tell("bind", bind(d, (struct sockaddr *)&hidden, size));
	tell("chosen", bind(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&hidden, 2));

	printf("-- UX-42 types\n");
	tell("type 0", socket(AF_UNIX, 0, 0));
	tell("type 4", socket(AF_UNIX, 4, 0));
	tell("type 11", socket(AF_UNIX, 11, 0));
	tell("flags", socket(AF_UNIX, SOCK_STREAM | 0x100000, 0));
	tell("protocol", socket(AF_UNIX, SOCK_STREAM, 2));
	tell("family", socket(99, SOCK_STREAM, 0));
	tell("pair of the network", socketpair(AF_INET, SOCK_STREAM, 0, ends));
	mknod("made", S_IFSOCK | 0644, 0);
	stat("made", &status);
	printf("mknod %o\n", (unsigned)status.st_mode);
	tell("nobody there", join(free_one, "made"));
	rename("o", "moved");
	tell("by its new name", join(free_one, "moved"));
	return 0;
}
