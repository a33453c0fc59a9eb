/* UX-27..29, 38: who is at the other end, and descriptors that travel; as root. */
#define _GNU_SOURCE
#include "ux.h"
#include <grp.h>

static int pair[2];
static char beside[256];
static pid_t parent;

static void peer(const char *what, int fd)
{
	struct ucred who;
	socklen_t length = sizeof who;
	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &length) == -1)
		tell(what, -1);
	else
		printf("%s: parent %d uid %d gid %d length %d\n", what, who.pid == parent, (int)who.uid, (int)who.gid,
		       (int)length);
	fflush(stdout);
}

static long enclose(int fd, const char *bytes, int type, const void *data, size_t size)
{
	struct iovec part = {(char *)bytes, strlen(bytes)};
	struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = beside, .msg_controllen = CMSG_SPACE(size)};
	memset(beside, 0, sizeof beside);
	struct cmsghdr *control = CMSG_FIRSTHDR(&header);
	control->cmsg_level = SOL_SOCKET;
	control->cmsg_type = type;
	control->cmsg_len = CMSG_LEN(size);
	memcpy(CMSG_DATA(control), data, size);
	return sendmsg(fd, &header, 0);
}

static int receive(const char *what, int fd, size_t count, size_t room, int flags)
{
	int got_fd = -1;
	struct iovec part = {text, count};
	struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = beside, .msg_controllen = room};
	long got = recvmsg(fd, &header, flags);
	if (got == -1) {
		tell(what, -1);
		return -1;
	}
	printf("%s: %ld \"%.*s\" flags %x room %zu", what, got, (int)got, text, (unsigned)header.msg_flags,
	       (size_t)header.msg_controllen);
	for (struct cmsghdr *at = CMSG_FIRSTHDR(&header); at; at = CMSG_NXTHDR(&header, at)) {
		if (at->cmsg_type == SCM_RIGHTS) {
			int fds[8];
			int number = (at->cmsg_len - CMSG_LEN(0)) / sizeof(int);
			memcpy(fds, CMSG_DATA(at), number * sizeof(int));
			printf(", %d descriptors", number);
			for (int i = 0; i < number; i++)
				printf(" %d", fds[i]);
			got_fd = fds[0];
		} else {
			struct ucred who;
			memcpy(&who, CMSG_DATA(at), sizeof who);
			printf(", parent %d uid %d gid %d", who.pid == parent, (int)who.uid, (int)who.gid);
		}
	}
	printf("\n");
	fflush(stdout);
	return got_fd;
}

int main(void)
{
	int on = 1, off = 0, ends[2];
	parent = getpid();
	chmod(".", 0755);
	row("UX-27 who is at the other end");
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	peer("pair", pair[0]);
	peer("nobody", socket(AF_UNIX, SOCK_STREAM, 0));
	int listener = named(SOCK_STREAM, "s");
	chmod("s", 0777);
	listen(listener, 5);
	fflush(stdout);
	if (fork() == 0) {
		setgid(1002);
		seteuid(1001);
		int fd = socket(AF_UNIX, SOCK_STREAM, 0);
		tell("connect", join(fd, "s"));
		peer("who listens", fd);
		setresuid(1003, 1003, 1003);
		send(fd, "x", 1, 0);
		_exit(0);
	}
	int server = accept(listener, NULL, NULL);
	take("x", server, 1, 0);
	peer("who connected", server);
	wait(NULL);
	row("UX-38 who may connect");
	chmod("s", 0600);
	fflush(stdout);
	if (fork() == 0) {
		setuid(1001);
		tell("not permitted", join(socket(AF_UNIX, SOCK_STREAM, 0), "s"));
		_exit(0);
	}
	wait(NULL);

	printf("-- UX-28 credentials\n");
	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	send(pair[0], "before", 6, 0);
	tell("SO_PASSCRED", setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &on, sizeof on));
	receive("before", pair[1], 10, sizeof beside, 0);
	send(pair[0], "after", 5, 0);
	receive("after", pair[1], 10, sizeof beside, 0);
	fflush(stdout);
	if (fork() == 0) {
		setresgid(1004, 1005, 1006);
		setresuid(1001, 1002, 1003);
		write(pair[0], "real", 4);
		struct ucred who = {getpid(), 1002, 1005};
		tell("effective", enclose(pair[0], "effective", SCM_CREDENTIALS, &who, sizeof who));
		who.uid = 1003;
		who.gid = 1006;
		tell("saved", enclose(pair[0], "saved", SCM_CREDENTIALS, &who, sizeof who));
		who.pid = parent;
		tell("forged pid", enclose(pair[0], "forged", SCM_CREDENTIALS, &who, sizeof who));
		who.pid = getpid();
		who.uid = 0;
		tell("forged uid", enclose(pair[0], "forged", SCM_CREDENTIALS, &who, sizeof who));
		_exit(0);
	}
	wait(NULL);
	receive("real", pair[1], 10, sizeof beside, 0);
	receive("effective", pair[1], 10, sizeof beside, 0);
	receive("saved", pair[1], 10, sizeof beside, 0);
	struct ucred anybody = {1, 77, 88};
	tell("root may", enclose(pair[0], "root", SCM_CREDENTIALS, &anybody, sizeof anybody));
	receive("root", pair[1], 10, sizeof beside, 0);
	anybody.pid = 999999;
	tell("no such process", enclose(pair[0], "none", SCM_CREDENTIALS, &anybody, sizeof anybody));
	send(pair[0], "short", 5, 0);
	receive("short", pair[1], 10, 20, 0);
	send(pair[0], "none", 4, 0);
	receive("none", pair[1], 10, 0, 0);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
	send(pair[0], "one", 3, 0);
	if (fork() == 0) {
		send(pair[0], "two", 3, 0);
		_exit(0);
	}
	wait(NULL);
	receive("not glued", pair[1], 10, sizeof beside, 0);
	receive("not glued", pair[1], 10, sizeof beside, 0);
	setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &off, sizeof off);

	printf("-- UX-29 descriptors\n");
	pipe(ends);
	tell("send", enclose(pair[0], "fd", SCM_RIGHTS, &ends[1], sizeof(int)));
	close(ends[1]);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	tell("in flight", read(ends[0], text, 1));
	int got = receive("received", pair[1], 10, sizeof beside, 0);
	printf("close on exec %d\n", fcntl(got, F_GETFD));
	write(got, "!", 1);
	tell("through it", read(ends[0], text, 1));
	enclose(pair[0], "peek", SCM_RIGHTS, &got, sizeof(int));
	int seen = receive("peek", pair[1], 10, sizeof beside, MSG_PEEK | MSG_CMSG_CLOEXEC);
	printf("close on exec %d\n", fcntl(seen, F_GETFD));
	close(seen);
	close(got);
	tell("still in flight", read(ends[0], text, 1));
	tell("plain read", read(pair[1], text, 10));
	tell("dropped", read(ends[0], text, 1));
	int three[3] = {0, 1, 2};
	send(pair[0], "a", 1, 0);
	enclose(pair[0], "bc", SCM_RIGHTS, three, sizeof three);
	send(pair[0], "d", 1, 0);
	receive("glued before, not behind", pair[1], 10, CMSG_SPACE(2 * sizeof(int)), 0);
	receive("behind", pair[1], 10, sizeof beside, 0);
	enclose(pair[0], "efg", SCM_RIGHTS, three, sizeof(int));
	receive("a part", pair[1], 1, sizeof beside, 0);
	receive("the rest", pair[1], 10, sizeof beside, 0);
	enclose(pair[0], "h", SCM_RIGHTS, three, sizeof three);
	receive("no room", pair[1], 10, 0, 0);
	three[1] = 77;
	tell("not open", enclose(pair[0], "x", SCM_RIGHTS, three, sizeof three));
	tell("unknown", enclose(pair[0], "x", 77, three, sizeof three));
	socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair);
	pipe(ends);
	enclose(pair[0], "", SCM_RIGHTS, &ends[0], sizeof(int));
	receive("with no bytes", pair[1], 10, sizeof beside, 0);

	printf("-- a socket in its own mail\n");
	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	pipe(ends);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	enclose(pair[0], "end", SCM_RIGHTS, &ends[1], sizeof(int));
	enclose(pair[0], "self", SCM_RIGHTS, &pair[1], sizeof(int));
	close(ends[1]);
	tell("held", read(ends[0], text, 1));
	close(pair[1]);
	settle();
	tell("held by its own mail", read(ends[0], text, 1));
	close(pair[0]);
	settle();
	tell("forgotten with the next that closes", read(ends[0], text, 1));
	return 0;
}
