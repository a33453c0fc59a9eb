/* Letters under way: the name of their sender when they are received, an empty one nobody read, and who looks beyond its bytes. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/socket.h>
#include <sys/un.h>

static void from(int fd)
{
	char buffer[8];
	struct sockaddr_un name = {0};
	socklen_t length = sizeof name;
	show("recvfrom", recvfrom(fd, buffer, sizeof buffer, MSG_DONTWAIT, (struct sockaddr *)&name, &length));
	printf("from '%s' of %d\n", name.sun_path, (int)length);
}

static void named_later(int type)
{
	int s[2];
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "late"};
	socketpair(AF_UNIX, type, 0, s);
	send(s[0], "abc", 3, 0);
	show("bind", bind(s[0], (struct sockaddr *)&name, sizeof(sa_family_t) + 5));
	from(s[1]);
	send(s[0], "abc", 3, 0);
	close(s[0]);
	from(s[1]);
	unlink("late");
	close(s[1]);
}

static void unread(const char *what, int count, const int *lengths)
{
	int s[2], error = 0;
	socklen_t length = sizeof error;
	socketpair(AF_UNIX, SOCK_SEQPACKET, 0, s);
	for (int i = 0; i < count; i++)
		send(s[0], "abc", lengths[i], 0);
	close(s[1]);
	getsockopt(s[0], SOL_SOCKET, SO_ERROR, &error, &length);
	printf("%s: %s\n", what, error == ECONNRESET ? "ECONNRESET" : error ? "another" : "none");
	close(s[0]);
}

static void pass(int to, int fd)
{
	char room[CMSG_SPACE(sizeof(int))] = {0};
	struct iovec part = {"x", 1};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
	struct cmsghdr *control = CMSG_FIRSTHDR(&message);
	control->cmsg_level = SOL_SOCKET;
	control->cmsg_type = SCM_RIGHTS;
	control->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(control), &fd, sizeof fd);
	show("sendmsg", sendmsg(to, &message, 0));
}

static void look(const char *what, int fd, size_t count, size_t size, int flags)
{
	char room[64] = {0}, buffer[16];
	struct iovec part = {buffer, count};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = size};
	show(what, recvmsg(fd, &message, flags | MSG_DONTWAIT));
	printf("flags %x, control %zu\n", (unsigned)message.msg_flags, (size_t)message.msg_controllen);
}

int main(void)
{
	int s[2], p[2];
	named_later(SOCK_STREAM);
	named_later(SOCK_SEQPACKET);
	named_later(SOCK_DGRAM);
	unread("nothing", 0, NULL);
	unread("an empty letter", 1, (const int[]){0});
	unread("two empty letters", 2, (const int[]){0, 0});
	unread("an empty one in front", 2, (const int[]){0, 3});
	unread("a letter", 1, (const int[]){3});
	pipe(p);
	socketpair(AF_UNIX, SOCK_STREAM, 0, s);
	send(s[0], "abcdef", 6, 0);
	pass(s[0], p[0]);
	send(s[0], "ghi", 3, 0);
	look("a look at part of what is in front", s[1], 3, 0, MSG_PEEK);
	look("the same with room", s[1], 3, 64, MSG_PEEK);
	look("a look at all", s[1], 16, 64, MSG_PEEK);
	look("part of it", s[1], 3, 64, 0);
	look("the rest, and what is enclosed behind it", s[1], 16, 64, 0);
	look("what came after", s[1], 16, 64, 0);
	return 0;
}
