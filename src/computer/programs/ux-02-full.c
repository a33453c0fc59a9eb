/* UX-33, 34, PO-19: how much fits, who waits, what a broken wait returns. */
#define _GNU_SOURCE
#include "ux.h"

static int pair[2];

static long fill(int type, size_t size)
{
	close(pair[0]);
	close(pair[1]);
	socketpair(AF_UNIX, type | SOCK_NONBLOCK, 0, pair);
	long sum = 0, count = 0, got;
	while ((got = write(pair[0], text, size)) > 0) {
		sum += got;
		count++;
	}
	printf("%zu: %ld writes, %ld bytes, then %s; ", size, count, sum, socket_error(errno));
	events("poll", pair[0]);
	return sum;
}

int main(void)
{
	signal(SIGPIPE, on_signal);
	row("UX-33 how much fits");
	const int types[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET};
	const size_t sizes[] = {1024, 2000, 3777, 5000, 8192, 20000, 65536, 200000};
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 8; j++)
			fill(types[i], sizes[j]);
	long taken = 0;
	fill(SOCK_STREAM, 1024);
	struct pollfd entry = {pair[0], POLLOUT, 0};
	while (poll(&entry, 1, 0) == 0)
		taken += read(pair[1], text, 1024);
	printf("writable again after %ld\n", taken);
	fill(SOCK_STREAM, 4096);
	drain(pair[1], text, 100);
	tell("one more", write(pair[0], text, 1));
	drain(pair[1], text, 3996);
	tell("one more", write(pair[0], text, 1));

	row("UX-34 the longest message");
	for (int i = 1; i < 3; i++) {
		socketpair(AF_UNIX, types[i], 0, pair);
		tell("too long", write(pair[0], text, 212992 - 31));
		tell("longest", write(pair[0], text, 212992 - 32));
	}
	printf("-- options\n");
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	int small = 5000;
	printf("%d %d %d %d\n", option(pair[0], SO_SNDBUF), option(pair[0], SO_RCVBUF), option(pair[0], SO_TYPE),
	       option(pair[0], SO_ACCEPTCONN));
	tell("SO_SNDBUF", setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &small, sizeof small));
	printf("%d\n", option(pair[0], SO_SNDBUF));
	small = 1;
	setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
	setsockopt(pair[0], SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
	printf("%d %d\n", option(pair[0], SO_SNDBUF), option(pair[0], SO_RCVBUF));
	tell("short", setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &small, 2));
	tell("unknown", setsockopt(pair[0], SOL_SOCKET, 999, &small, 4));
	tell("unknown", option(pair[0], 999));
	tell("other level", getsockopt(pair[0], 6, 1, &small, &(socklen_t){4}));

	for (int how = 0; how < 5; how++) {
		socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
		fflush(stdout);
		if (how == 4) {
			fcntl(pair[0], F_SETFL, O_NONBLOCK);
			while (write(pair[0], text, 1000) > 0)
				;
			fcntl(pair[0], F_SETFL, 0);
		}
		if (fork() == 0) {
			close(pair[1]);
			tell("long write", write(pair[0], text, how == 4 ? 1 : 262144));
			told_signals();
			_exit(0);
		}
		close(pair[0]);
		settle();
		long sum = 0, got;
		if (how == 0)
			while ((got = read(pair[1], text, 50000)) > 0) {
				sum += got;
				settle();
			}
		if (how == 1)
			close(pair[1]);
		if (how == 2)
			shutdown(pair[1], SHUT_RD);
		if (how == 3) {
			sum += read(pair[1], text, 36544);
			settle();
			close(pair[1]);
		}
		if (how == 4)
			close(pair[1]);
		wait(NULL);
		printf("read %ld\n", sum);
		close(pair[1]);
	}
	return 0;
}
