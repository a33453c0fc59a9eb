/*
 * mailbox.c: the textbook's mailbox on Linux. No single call of POSIX gives whole letters that outlive everybody and bear their
 * sender's stamp. So each box has a keeper: a process of its own that holds the letters and plays the kernel's part. The keeper
 * is asked over a Unix domain socket, and who asks is told to it by the kernel (SCM_CREDENTIALS), not by the asker.
 */
#define _GNU_SOURCE
#include "mailbox.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* FORGET asks for nothing: it only has the keeper look who has given up. LOOK asks what is inside, and takes nothing. */
enum verb { SEND, RECEIVE, REMOVE, FORGET, LOOK };

struct request {
	enum verb verb;
	int nonblock;
	size_t size;
	char letter[MAILBOX_LETTER_MAX];
};

struct answer {
	int error;
	size_t size;
	struct mailbox_stamp stamp;
	char letter[MAILBOX_LETTER_MAX];
};

/* What LOOK is told, in the place of a letter. */
struct inside {
	uid_t owner;
	int letters;
	int capacity;
	size_t bytes;
};

/* ---- the keeper ---- */

struct letter {
	struct letter *next;
	struct mailbox_stamp stamp;
	size_t size;
	char text[MAILBOX_LETTER_MAX];
};

/* Somebody who waits: a sender with the letter in hand, or a receiver with room for so many bytes. */
struct waiter {
	struct waiter *next;
	int reply;
	size_t room;
	struct letter *letter;
};

static struct letter *inside;
static int count;
static struct waiter *senders;
static struct waiter *receivers;

static void answer(int reply, int error, const struct letter *letter)
{
	struct answer out;
	memset(&out, 0, sizeof out);
	out.error = error;
	if (letter != NULL) {
		out.size = letter->size;
		out.stamp = letter->stamp;
		memcpy(out.letter, letter->text, letter->size);
	}
	send(reply, &out, sizeof out, MSG_NOSIGNAL);
	close(reply);
}

static void append(struct letter *letter)
{
	struct letter **end = &inside;
	while (*end != NULL)
		end = &(*end)->next;
	*end = letter;
	letter->next = NULL;
	count++;
}

static void enqueue(struct waiter **line, struct waiter waiter)
{
	struct waiter *new = malloc(sizeof *new);
	while (*line != NULL)
		line = &(*line)->next;
	*new = waiter;
	new->next = NULL;
	*line = new;
}

static struct waiter dequeue(struct waiter **line)
{
	struct waiter *first = *line;
	struct waiter waiter = *first;
	*line = first->next;
	free(first);
	return waiter;
}

/* To the first in line whose room it fits; those before are told that theirs is too small. */
static void deliver(struct letter *letter)
{
	while (receivers != NULL) {
		struct waiter receiver = dequeue(&receivers);
		if (receiver.room < letter->size) {
			answer(receiver.reply, EMSGSIZE, NULL);
			continue;
		}
		answer(receiver.reply, 0, letter);
		free(letter);
		return;
	}
	append(letter);
}

static void sent(int reply, int capacity, const struct request *request, const struct ucred *who)
{
	struct letter *letter = malloc(sizeof *letter);
	letter->stamp.pid = who->pid;
	letter->stamp.uid = who->uid;
	clock_gettime(CLOCK_REALTIME, &letter->stamp.time);
	letter->size = request->size;
	memcpy(letter->text, request->letter, request->size);
	if (count < capacity) {
		deliver(letter);
		answer(reply, 0, NULL);
	} else if (request->nonblock) {
		free(letter);
		answer(reply, EAGAIN, NULL);
	} else {
		enqueue(&senders, (struct waiter){NULL, reply, 0, letter});
	}
}

static void wanted(int reply, const struct request *request)
{
	struct letter *first = inside;
	if (first == NULL) {
		if (request->nonblock)
			answer(reply, EAGAIN, NULL);
		else
			enqueue(&receivers, (struct waiter){NULL, reply, request->size, NULL});
		return;
	}
	if (request->size < first->size) {
		answer(reply, EMSGSIZE, NULL);
		return;
	}
	inside = first->next;
	count--;
	answer(reply, 0, first);
	free(first);
	if (senders != NULL) {
		struct waiter sender = dequeue(&senders);
		clock_gettime(CLOCK_REALTIME, &sender.letter->stamp.time);
		append(sender.letter);
		answer(sender.reply, 0, NULL);
	}
}

static void looked(int reply, int capacity)
{
	struct inside look = {getuid(), count, capacity, 0};
	struct letter told = {.size = sizeof look};
	for (struct letter *letter = inside; letter != NULL; letter = letter->next)
		look.bytes += letter->size;
	memcpy(told.text, &look, sizeof look);
	answer(reply, 0, &told);
}

/* Forgets those who have given up or ended while they waited: their end of the reply is gone. */
static void forget(struct waiter **line)
{
	while (*line != NULL) {
		struct pollfd gone = {(*line)->reply, POLLIN | POLLRDHUP, 0};
		if (poll(&gone, 1, 0) > 0) {
			struct waiter waiter = dequeue(line);
			close(waiter.reply);
			free(waiter.letter);
		} else {
			line = &(*line)->next;
		}
	}
}

/* Takes one request from a connection. 0: nobody is left at its other end. */
static int serve(int connection, int *listener, int capacity)
{
	struct request request;
	union {
		struct cmsghdr head;
		char room[CMSG_SPACE(sizeof(struct ucred)) + CMSG_SPACE(sizeof(int))];
	} control;
	struct iovec part = {&request, sizeof request};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
	struct ucred who = {0, 0, 0};
	int reply = -1;
	ssize_t n = recvmsg(connection, &message, MSG_CMSG_CLOEXEC);
	if (n <= 0)
		return 0;
	for (struct cmsghdr *head = CMSG_FIRSTHDR(&message); head != NULL; head = CMSG_NXTHDR(&message, head)) {
		if (head->cmsg_type == SCM_CREDENTIALS)
			memcpy(&who, CMSG_DATA(head), sizeof who);
		if (head->cmsg_type == SCM_RIGHTS)
			memcpy(&reply, CMSG_DATA(head), sizeof reply);
	}
	forget(&senders);
	forget(&receivers);
	if (reply == -1)
		return 1;
	if ((size_t)n < offsetof(struct request, letter) || request.size > sizeof request.letter) {
		answer(reply, EMSGSIZE, NULL);
	} else if (request.verb == SEND) {
		sent(reply, capacity, &request, &who);
	} else if (request.verb == RECEIVE) {
		wanted(reply, &request);
	} else if (request.verb == FORGET) {
		answer(reply, 0, NULL);
	} else if (request.verb == LOOK) {
		looked(reply, capacity);
	} else if (who.uid != 0 && who.uid != getuid()) {
		answer(reply, EACCES, NULL);
	} else {
		if (*listener != -1)
			close(*listener);
		*listener = -1;
		answer(reply, 0, NULL);
	}
	return 1;
}

/* Holds the box until its name is taken away and nobody has it open. */
static void keep(int listener, int capacity)
{
	enum { MOST = 1024 };
	static struct pollfd watched[MOST];
	int connections = 0;
	while (listener != -1 || connections > 0) {
		watched[connections] = (struct pollfd){listener, POLLIN, 0};
		if (poll(watched, connections + 1, -1) < 0)
			continue;
		int fresh = watched[connections].revents != 0 ? accept4(listener, NULL, NULL, SOCK_CLOEXEC) : -1;
		int kept = 0;
		for (int i = 0; i < connections; i++) {
			if (watched[i].revents == 0 || serve(watched[i].fd, &listener, capacity))
				watched[kept++] = watched[i];
			else
				close(watched[i].fd);
		}
		connections = kept;
		if (fresh != -1 && connections == MOST - 1)
			close(fresh);
		else if (fresh != -1)
			watched[connections++] = (struct pollfd){fresh, POLLIN, 0};
	}
}

/* ---- those who use it ---- */

/* The address of a box: a name that is in no directory (unix(7), abstract). */
static socklen_t address_of(const char *name, struct sockaddr_un *address)
{
	memset(address, 0, sizeof *address);
	address->sun_family = AF_UNIX;
	int length = snprintf(address->sun_path + 1, sizeof address->sun_path - 1, "mailbox%s", name);
	return offsetof(struct sockaddr_un, sun_path) + 1 + length;
}

static int bad_name(const char *name)
{
	if (name[0] != '/' || name[1] == '\0' || strchr(name + 1, '/') != NULL) {
		errno = EINVAL;
		return 1;
	}
	if (strlen(name) > 64) {
		errno = ENAMETOOLONG;
		return 1;
	}
	return 0;
}

static int connect_to(const char *name)
{
	struct sockaddr_un address;
	socklen_t length = address_of(name, &address);
	int box = socket(AF_UNIX, SOCK_SEQPACKET, 0);
	if (box != -1 && connect(box, (struct sockaddr *)&address, length) == -1) {
		int error = errno;
		close(box);
		errno = error == ECONNREFUSED ? ENOENT : error;
		return -1;
	}
	return box;
}

/* A process that belongs to nobody: its parent ends at once, it leads a session of its own and has nothing open. */
static int start_keeper(const char *name, int capacity)
{
	struct sockaddr_un address;
	socklen_t length = address_of(name, &address);
	int on = 1;
	int listener = socket(AF_UNIX, SOCK_SEQPACKET, 0);
	if (listener == -1)
		return -1;
	setsockopt(listener, SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
	if (bind(listener, (struct sockaddr *)&address, length) == -1 || listen(listener, 64) == -1) {
		int error = errno;
		close(listener);
		return error == EADDRINUSE ? 0 : -1;
	}
	pid_t pid = fork();
	if (pid == 0) {
		if (fork() != 0)
			_exit(0);
		setsid();
		if (dup2(listener, 3) == -1 || chdir("/") == -1)
			_exit(1);
		close_range(4, ~0U, 0);
		int null = open("/dev/null", O_RDWR);
		for (int fd = 0; fd < 3; fd++)
			dup2(null, fd);
		close(null);
		for (int number = 1; number < NSIG; number++)
			signal(number, SIG_DFL);
		signal(SIGHUP, SIG_IGN);
		sigset_t none;
		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		keep(3, capacity);
		_exit(0);
	}
	close(listener);
	if (pid == -1)
		return -1;
	while (waitpid(pid, NULL, 0) == -1 && errno == EINTR)
		;
	return 0;
}

int mailbox_open(const char *name, int capacity)
{
	if (bad_name(name))
		return -1;
	int box = connect_to(name);
	if (box != -1 || errno != ENOENT)
		return box;
	if (capacity < 1 || capacity > MAILBOX_CAPACITY_MAX) {
		errno = EINVAL;
		return -1;
	}
	return start_keeper(name, capacity) == -1 ? -1 : connect_to(name);
}

/* Asks the keeper and waits for its answer, which comes over a socket of its own: so calls of several processes never mix. */
static int ask(int box, const struct request *request, size_t size, struct answer *in)
{
	int ends[2];
	union {
		struct cmsghdr head;
		char room[CMSG_SPACE(sizeof(int))];
	} control;
	struct iovec part = {(void *)request, size};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == -1)
		return -1;
	memset(&control, 0, sizeof control);
	control.head = (struct cmsghdr){.cmsg_len = CMSG_LEN(sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
	memcpy(CMSG_DATA(&control.head), &ends[1], sizeof(int));
	ssize_t n = sendmsg(box, &message, MSG_NOSIGNAL);
	int error = errno == ENOTSOCK || errno == ENOTCONN ? EBADF : errno;
	close(ends[1]);
	if (n != -1) {
		do
			n = recv(ends[0], in, sizeof *in, 0);
		while (n == -1 && errno == EINTR && request->verb == FORGET);
		error = errno;
		if (n == -1 && error == EINTR) {
			/* A signal came. The keeper forgets the request, unless it has answered it already. */
			struct request forget_it = {.verb = FORGET};
			struct answer ignored;
			shutdown(ends[0], SHUT_WR);
			ask(box, &forget_it, offsetof(struct request, letter), &ignored);
			n = recv(ends[0], in, sizeof *in, MSG_DONTWAIT);
		}
		if (n == 0)
			error = EINTR;
	}
	close(ends[0]);
	if (n > 0 && in->error == 0)
		return 0;
	errno = n > 0 ? in->error : error;
	return -1;
}

static int is_nonblocking(int box)
{
	int flags = fcntl(box, F_GETFL);
	return flags != -1 && (flags & O_NONBLOCK) != 0;
}

int mailbox_send(int box, const void *letter, size_t length)
{
	struct request request = {.verb = SEND, .nonblock = is_nonblocking(box), .size = length};
	struct answer in;
	if (length > MAILBOX_LETTER_MAX) {
		errno = EMSGSIZE;
		return -1;
	}
	memcpy(request.letter, letter, length);
	return ask(box, &request, offsetof(struct request, letter) + length, &in);
}

ssize_t mailbox_receive(int box, void *letter, size_t room, struct mailbox_stamp *stamp)
{
	struct request request = {.verb = RECEIVE, .nonblock = is_nonblocking(box)};
	struct answer in;
	request.size = room < MAILBOX_LETTER_MAX ? room : MAILBOX_LETTER_MAX;
	if (ask(box, &request, offsetof(struct request, letter), &in) == -1)
		return -1;
	memcpy(letter, in.letter, in.size);
	if (stamp != NULL)
		*stamp = in.stamp;
	return in.size;
}

int mailbox_remove(const char *name)
{
	struct request request = {.verb = REMOVE};
	struct answer in;
	if (bad_name(name))
		return -1;
	int box = connect_to(name);
	if (box == -1)
		return -1;
	int result = ask(box, &request, offsetof(struct request, letter), &in);
	int error = errno;
	close(box);
	errno = error;
	return result;
}
