/* What random programs on Unix domain sockets are made of. No call waits: every socket is non-blocking. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* The last one always is empty. */
static int f[9] = {-1, -1, -1, -1, -1, -1, -1, -1, -1};

static char buffer[250000];

static int next_letter, broken;

static void on_broken(int signal)
{
	(void)signal;
	broken++;
}

static long told(const char *call, int slot, long value)
{
	if (value == -1)
		printf("%s %d: %s", call, slot, strerrorname_np(errno));
	else
		printf("%s %d: %ld", call, slot, value);
	printf(broken ? " SIGPIPE\n" : "\n");
	broken = 0;
	return value;
}

static void keep(int slot, int fd)
{
	if (fd == -1)
		return;
	if (f[slot] != -1)
		close(f[slot]);
	f[slot] = fd;
}

static void fill(long count)
{
	for (long k = 0; k < count; k++)
		buffer[k] = 'a' + (next_letter + k) % 26;
	next_letter += 3;
}

static void say_bytes(long count)
{
	unsigned sum = 0;
	for (long k = 0; k < count; k += 1 + k / 16)
		sum = sum * 31 + (unsigned char)buffer[k];
	if (count >= 0)
		printf("  %.*s %x\n", count < 8 ? (int)count : 8, buffer, sum & 0xffff);
}

static struct sockaddr_un address(const char *path, socklen_t *length)
{
	struct sockaddr_un found = {.sun_family = AF_UNIX};
	*length = sizeof found;
	if (path[0] == '@') {
		strcpy(found.sun_path + 1, path + 1);
		*length = 2 + strlen(path);
	} else {
		strcpy(found.sun_path, path);
	}
	return found;
}

static void make_pair(int a, int b, int type)
{
	int fds[2];
	if (told("socketpair", a, socketpair(AF_UNIX, type | SOCK_NONBLOCK, 0, fds)) == -1)
		return;
	keep(a, fds[0]);
	keep(b, fds[1]);
}

static void make_pipe(int out, int into)
{
	int ends[2];
	if (told("pipe2", out, pipe2(ends, O_NONBLOCK)) == -1)
		return;
	keep(out, ends[0]);
	keep(into, ends[1]);
}

static void make(int slot, int type)
{
	int fd = socket(AF_UNIX, type | SOCK_NONBLOCK, 0);
	told("socket", slot, fd == -1 ? -1 : 0);
	keep(slot, fd);
}

static void name(int slot, const char *path)
{
	socklen_t length;
	struct sockaddr_un at = address(path, &length);
	told("bind", slot, bind(f[slot], (struct sockaddr *)&at, length));
}

static void join(int slot, const char *path)
{
	socklen_t length;
	struct sockaddr_un at = address(path, &length);
	told("connect", slot, connect(f[slot], (struct sockaddr *)&at, length));
}

static void let_in(int slot, int from)
{
	int fd = accept4(f[from], NULL, NULL, SOCK_NONBLOCK);
	told("accept", from, fd == -1 ? -1 : 0);
	keep(slot, fd);
}

static void put(int slot, long count, int flags)
{
	fill(count);
	told("send", slot, send(f[slot], buffer, count, flags | MSG_DONTWAIT));
}

static void put_plainly(int slot, long count)
{
	fill(count);
	told("write", slot, write(f[slot], buffer, count));
}

static void put_to(int slot, const char *path, long count)
{
	socklen_t length;
	struct sockaddr_un at = address(path, &length);
	fill(count);
	told("sendto", slot, sendto(f[slot], buffer, count, MSG_DONTWAIT, (struct sockaddr *)&at, length));
}

static void get(int slot, long count, int flags)
{
	long got = told("recv", slot, recv(f[slot], buffer, count, flags | MSG_DONTWAIT));
	say_bytes(got < count ? got : count);
}

static void get_plainly(int slot, long count)
{
	say_bytes(told("read", slot, read(f[slot], buffer, count)));
}

static void get_from(int slot, long count)
{
	struct sockaddr_un at = {0};
	socklen_t length = sizeof at;
	long got = told("recvfrom", slot, recvfrom(f[slot], buffer, count, MSG_DONTWAIT, (struct sockaddr *)&at, &length));
	say_bytes(got);
	if (got != -1)
		printf("  from %d %s\n", (int)length, at.sun_path[0] ? at.sun_path : at.sun_path + 1);
}

static void pass(int slot, int other, long count)
{
	char room[CMSG_SPACE(sizeof(int))] = {0};
	struct iovec part = {buffer, count};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
	struct cmsghdr *control = CMSG_FIRSTHDR(&message);
	control->cmsg_level = SOL_SOCKET;
	control->cmsg_type = SCM_RIGHTS;
	control->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(control), &f[other], sizeof(int));
	fill(count);
	told("sendmsg", slot, sendmsg(f[slot], &message, MSG_DONTWAIT));
}

static void unpack(int slot, int into, long count, size_t size, int flags)
{
	char room[64] = {0};
	struct iovec part = {buffer, count};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = size};
	long got = told("recvmsg", slot, recvmsg(f[slot], &message, flags | MSG_DONTWAIT));
	if (got == -1)
		return;
	say_bytes(got < count ? got : count);
	printf("  flags %x control %zu\n", (unsigned)message.msg_flags, (size_t)message.msg_controllen);
	struct cmsghdr *control = CMSG_FIRSTHDR(&message);
	if (control == NULL || control->cmsg_type != SCM_RIGHTS || control->cmsg_len != CMSG_LEN(sizeof(int)))
		return;
	int fd;
	memcpy(&fd, CMSG_DATA(control), sizeof fd);
	keep(into, fd);
}

static void look(int slot)
{
	struct pollfd entry = {f[slot], POLLIN | POLLOUT | POLLRDHUP, 0};
	int unread = 0;
	poll(&entry, 1, 0);
	printf("poll %d: %x\n", slot, (unsigned)entry.revents);
	told("unread", slot, ioctl(f[slot], FIONREAD, &unread));
	printf("  %d\n", unread);
}

static void look_at_error(int slot)
{
	int error = 0;
	socklen_t length = sizeof error;
	told("SO_ERROR", slot, getsockopt(f[slot], SOL_SOCKET, SO_ERROR, &error, &length));
	printf("  %s\n", error ? strerrorname_np(error) : "none");
}

static void smaller(int slot, int size)
{
	told("SO_SNDBUF", slot, setsockopt(f[slot], SOL_SOCKET, SO_SNDBUF, &size, sizeof size));
}

static void called(int slot, int peer)
{
	struct sockaddr_un at = {0};
	socklen_t length = sizeof at;
	int result = (peer ? getpeername : getsockname)(f[slot], (struct sockaddr *)&at, &length);
	told(peer ? "getpeername" : "getsockname", slot, result);
	if (result == 0)
		printf("  %d %s\n", (int)length, at.sun_path[0] ? at.sun_path : at.sun_path + 1);
}

static void drop(int slot)
{
	told("close", slot, close(f[slot]));
	f[slot] = -1;
}

static void copy(int slot, int from)
{
	int fd = dup(f[from]);
	told("dup", from, fd == -1 ? -1 : 0);
	keep(slot, fd);
}

static int child(void)
{
	fflush(stdout);
	if (fork() != 0) {
		wait(NULL);
		return 0;
	}
	printf("-- child\n");
	return 1;
}

static void leave(void)
{
	printf("-- parent\n");
	fflush(stdout);
	_exit(0);
}
