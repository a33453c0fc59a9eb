/* Queues of messages, of POSIX and of System V, and sockets of the Unix domain. */
#include "case.h"
#include <mqueue.h>
#include <poll.h>
#include <signal.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>

#define NAME "/library-calls"
#define SUN(path) ((struct sockaddr_un){AF_UNIX, path})
#define ADDRESS(name) (struct sockaddr *)&name

static struct { long type; char text[100]; } message = {3, "abc"};
static struct mq_attr small = {.mq_maxmsg = 2, .mq_msgsize = 16};

static mqd_t queue(void)
{
	mq_unlink(NAME);
	mqd_t made = mq_open(NAME, O_RDWR | O_CREAT | O_NONBLOCK, 0600, &small);
	mq_unlink(NAME);
	return made;
}

static void take_message(int id, int type, int flags)
{
	msgrcv(id, &message, sizeof message.text, type, flags);
}

CASE(mq_names) { mq_unlink(NAME); begin(); close(mq_open(NAME, O_RDWR | O_CREAT | O_EXCL, 0600, NULL)); mq_open(NAME, O_RDWR | O_CREAT | O_EXCL, 0600, NULL); mq_close(mq_open(NAME, O_RDONLY | O_NONBLOCK)); mq_unlink(NAME); mq_unlink(NAME); mq_open(NAME, O_RDONLY); }
CASE(mq_attributes) { struct mq_attr told; mqd_t q = queue(); begin(); mq_getattr(q, &told); told.mq_flags = 0; mq_setattr(q, &told, &told); mq_setattr(q, &small, NULL); }
CASE(mq_messages) { unsigned int priority; mqd_t q = queue(); begin(); mq_send(q, "one", 3, 1); mq_send(q, "two\n", 4, 9); mq_send(q, "three", 5, 1); mq_receive(q, line, 16, &priority); mq_receive(q, line, 16, NULL); mq_receive(q, line, 16, NULL); }
CASE(mq_wrong) { mqd_t q = queue(); begin(); mq_send(q, line, 17, 0); mq_send(q, "a", 1, 32768); mq_receive(q, line, 15, NULL); mq_send(-1, "a", 1, 0); }
CASE(mq_times) { struct timespec until = {4000000000, 0}; mqd_t q = queue(); begin(); mq_timedsend(q, "a", 1, 0, &until); mq_timedreceive(q, line, 16, NULL, &until); }
CASE(mq_notify_signal) { struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1}; mqd_t q = queue(); signal(SIGUSR1, SIG_IGN); begin(); mq_notify(q, NULL); mq_notify(q, &event); mq_notify(q, NULL); }
CASE(msg_names) { begin(); msgget(0x7e57, 0); msgctl(msgget(IPC_PRIVATE, 0600), IPC_RMID, NULL); msgctl(-1, IPC_RMID, NULL); }
CASE(msg_messages) { int id = msgget(IPC_PRIVATE, 0600); begin(); msgsnd(id, &message, 3, 0); msgsnd(id, &message, 0, IPC_NOWAIT); take_message(id, 0, 0); take_message(id, -5, MSG_NOERROR); take_message(id, 3, IPC_NOWAIT); msgctl(id, IPC_RMID, NULL); }
CASE(msg_zeros) { static struct { long type; char text[40]; } zeros = {1}; int id = msgget(IPC_PRIVATE, 0600); begin(); msgsnd(id, &zeros, 40, 0); msgrcv(id, &zeros, 40, 0, 0); msgctl(id, IPC_RMID, NULL); }
CASE(msg_wrong) { int id = msgget(IPC_PRIVATE, 0600); begin(); message.type = 0; msgsnd(id, &message, 1, 0); message.type = 1; msgsnd(id, &message, 9000, 0); take_message(-1, 0, 0); msgctl(id, IPC_RMID, NULL); }
CASE(msg_too_big) { int id = msgget(IPC_PRIVATE, 0600); msgsnd(id, &message, 50, 0); begin(); msgrcv(id, &message, 2, 0, 0); msgrcv(id, &message, 2, 0, MSG_NOERROR); msgctl(id, IPC_RMID, NULL); }
CASE(socketpair_used) { int ends[2]; begin(); socketpair(AF_UNIX, SOCK_STREAM, 0, ends); send(ends[0], "abc", 3, 0); write(ends[0], "d", 1); recv(ends[1], line, 2, MSG_PEEK); read(ends[1], line, 9); shutdown(ends[0], SHUT_WR); recv(ends[1], line, 9, 0); recv(ends[1], line, 9, MSG_DONTWAIT); }
CASE(socketpair_flags) { int ends[2]; begin(); socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends); recv(ends[1], line, 9, 0); socketpair(AF_UNIX, 77, 0, ends); socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends); }
CASE(socket_bound) { struct sockaddr_un name = SUN("s"); int s = socket(AF_UNIX, SOCK_STREAM, 0); begin(); bind(s, ADDRESS(name), sizeof name); listen(s, 5); bind(s, ADDRESS(name), sizeof name); close(s); unlink("s"); }
CASE(socket_bound_exactly) { struct sockaddr_un name = SUN("sock"), told; socklen_t size = sizeof told; int s = socket(AF_UNIX, SOCK_DGRAM, 0); begin(); getsockname(s, ADDRESS(told), &size); size = sizeof told; bind(s, ADDRESS(name), SUN_LEN(&name)); getsockname(s, ADDRESS(told), &size); size = sizeof told; getpeername(s, ADDRESS(told), &size); }
CASE(socket_name_cut) { struct sockaddr_un name = SUN("sock"), told; int s = socket(AF_UNIX, SOCK_DGRAM, 0); bind(s, ADDRESS(name), SUN_LEN(&name)); begin(); for (socklen_t room = 0; room < 8; room += 1 + room / 2) { socklen_t size = room; getsockname(s, ADDRESS(told), &size); } }
CASE(socket_abstract) { struct sockaddr_un name = SUN("\0library"), told; socklen_t size = sizeof told; int s = socket(AF_UNIX, SOCK_DGRAM, 0); begin(); bind(s, ADDRESS(name), 10); getsockname(s, ADDRESS(told), &size); }
CASE(socket_connected) { struct sockaddr_un name = SUN("s"), told; socklen_t size = sizeof told; int s = socket(AF_UNIX, SOCK_STREAM, 0), c = socket(AF_UNIX, SOCK_STREAM, 0); begin(); connect(c, ADDRESS(name), sizeof name); bind(s, ADDRESS(name), sizeof name); connect(c, ADDRESS(name), sizeof name); listen(s, 5); connect(c, ADDRESS(name), SUN_LEN(&name)); int a = accept(s, ADDRESS(told), &size); size = sizeof told; getpeername(c, ADDRESS(told), &size); size = sizeof told; getsockname(a, ADDRESS(told), &size); write(c, "hi", 2); read(a, line, 9); close(c); read(a, line, 9); write(a, "x", 0); send(a, "x", 1, MSG_NOSIGNAL); }
CASE(socket_accept4) { struct sockaddr_un name = SUN("s"); int s = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0); bind(s, ADDRESS(name), sizeof name); listen(s, 1); begin(); accept(s, NULL, NULL); accept4(s, NULL, NULL, SOCK_CLOEXEC); }
CASE(socket_datagrams) { struct sockaddr_un name = SUN("s"), mine = SUN("me"), told; socklen_t size = sizeof told; int s = socket(AF_UNIX, SOCK_DGRAM, 0), c = socket(AF_UNIX, SOCK_DGRAM, 0); bind(s, ADDRESS(name), sizeof name); begin(); sendto(c, "a", 1, 0, ADDRESS(name), sizeof name); recvfrom(s, line, 50, 0, ADDRESS(told), &size); bind(c, ADDRESS(mine), SUN_LEN(&mine)); sendto(c, "b", 1, 0, ADDRESS(name), SUN_LEN(&name)); size = sizeof told; recvfrom(s, line, 50, 0, ADDRESS(told), &size); sendto(s, "back", 4, 0, ADDRESS(told), size); recvfrom(c, line, 50, 0, NULL, NULL); unlink("s"); sendto(c, "c", 1, 0, ADDRESS(name), sizeof name); }
CASE(socket_options) { int ends[2], value = 1; socklen_t size = sizeof value; struct ucred peer; socketpair(AF_UNIX, SOCK_STREAM, 0, ends); begin(); getsockopt(ends[0], SOL_SOCKET, SO_TYPE, &value, &size); getsockopt(ends[0], SOL_SOCKET, SO_ERROR, &value, &size); setsockopt(ends[0], SOL_SOCKET, SO_PASSCRED, &value, size); size = sizeof peer; getsockopt(1, SOL_SOCKET, SO_PEERCRED, &peer, &size); }
CASE(socket_poll) { int ends[2]; socketpair(AF_UNIX, SOCK_STREAM, 0, ends); struct pollfd both[] = {{ends[0], POLLIN | POLLOUT}, {ends[1], POLLIN}}; begin(); poll(both, 2, 0); write(ends[0], "a", 1); poll(both, 2, -1); close(ends[0]); poll(both, 2, 5); }
CASE(socket_closed) { int ends[2]; signal(SIGPIPE, SIG_IGN); socketpair(AF_UNIX, SOCK_STREAM, 0, ends); close(ends[1]); begin(); write(ends[0], "a", 1); read(ends[0], line, 1); }
CASE(socket_messages) { int ends[2]; struct iovec two[] = {{"ab", 2}, {"cd", 2}}; struct msghdr sent = {.msg_iov = two, .msg_iovlen = 2}; struct iovec room = {line, 50}; struct msghdr got = {.msg_iov = &room, .msg_iovlen = 1}; socketpair(AF_UNIX, SOCK_DGRAM, 0, ends); begin(); sendmsg(ends[0], &sent, 0); recvmsg(ends[1], &got, 0); }
CASE(socket_rights) { int ends[2]; char control[CMSG_SPACE(sizeof(int))] = {0}; struct iovec room = {"x", 1}; struct msghdr head = {.msg_iov = &room, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control}; struct cmsghdr *first = CMSG_FIRSTHDR(&head); *first = (struct cmsghdr){.cmsg_len = CMSG_LEN(sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS}; memcpy(CMSG_DATA(first), &(int){0}, sizeof(int)); socketpair(AF_UNIX, SOCK_STREAM, 0, ends); begin(); sendmsg(ends[0], &head, 0); room.iov_base = line; recvmsg(ends[1], &head, 0); }
CASE(socket_wrong) { struct sockaddr_un name = SUN("none"); int s = socket(AF_UNIX, SOCK_STREAM, 0); begin(); connect(s, ADDRESS(name), sizeof name); connect(0, ADDRESS(name), sizeof name); bind(77, ADDRESS(name), sizeof name); listen(s, 1); accept(s, NULL, NULL); socket(AF_UNIX, SOCK_STREAM, 99); read(s, line, 1); }
