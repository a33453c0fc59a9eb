// "mailbox.h": whole letters for a box with a name; who sent each and when is stamped by the kernel, not told by the sender.
#ifndef _MAILBOX_H
#define _MAILBOX_H

#include <sys/types.h>
#include <time.h>

/* Bytes of the longest letter, and letters of the largest box. */
#define MAILBOX_LETTER_MAX 1024
#define MAILBOX_CAPACITY_MAX 64

struct mailbox_stamp {
	pid_t pid;
	uid_t uid;
	struct timespec time;
};

/*
 * The box of that name ("/orders"), made for `capacity` letters if there is none: a descriptor, to be closed with close().
 * The box and what is inside stay when everybody has ended, until mailbox_remove; it is of this machine only.
 * With O_NONBLOCK set by fcntl() the calls below fail with EAGAIN where they would wait.
 */
int mailbox_open(const char *name, int capacity);

/* One letter into the box; waits while the box is full. 0, or -1: EMSGSIZE when it is too long. */
int mailbox_send(int box, const void *letter, size_t length);

/*
 * The oldest letter, whole, and its stamp unless that is NULL; waits while the box is empty. Its length, or -1:
 * EMSGSIZE when `room` is too small for it; then it stays in the box.
 */
ssize_t mailbox_receive(int box, void *letter, size_t room, struct mailbox_stamp *stamp);

/* Takes the name away; the box goes when nobody has it open any more. Only its maker may. 0, or -1. */
int mailbox_remove(const char *name);

#endif
