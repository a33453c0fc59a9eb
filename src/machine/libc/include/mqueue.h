// <mqueue.h>: POSIX message queues.
#ifndef _MQUEUE_H
#define _MQUEUE_H

#include <bits/sigevent.h>
#include <bits/time.h>
#include <fcntl.h>
#include <sys/types.h>

typedef int mqd_t;

struct mq_attr {
	long mq_flags;
	long mq_maxmsg;
	long mq_msgsize;
	long mq_curmsgs;
	long __pad[4];
};

int mq_close(mqd_t queue);
int mq_getattr(mqd_t queue, struct mq_attr *attributes);
int mq_notify(mqd_t queue, const struct sigevent *event);
mqd_t mq_open(const char *name, int flags, ...);
ssize_t mq_receive(mqd_t queue, char *message, size_t size, unsigned int *priority);
int mq_send(mqd_t queue, const char *message, size_t size, unsigned int priority);
int mq_setattr(mqd_t queue, const struct mq_attr *attributes, struct mq_attr *old);
ssize_t mq_timedreceive(mqd_t queue, char *message, size_t size, unsigned int *priority, const struct timespec *time);
int mq_timedsend(mqd_t queue, const char *message, size_t size, unsigned int priority, const struct timespec *time);
int mq_unlink(const char *name);

#endif
