/* MQ-05 to MQ-10: priorities, lengths at both ends, O_NONBLOCK, wrong directions. */
#include "row.h"
#include <mqueue.h>

static char buffer[64];

static void receive(mqd_t queue, size_t size)
{
	unsigned priority = 99;
	ssize_t n = mq_receive(queue, buffer, size, &priority);
	if (n == -1)
		show("receive", n);
	else
		printf("receive: %zd '%.*s' priority %u\n", n, (int)n, buffer, priority);
}

int main(void)
{
	struct mq_attr attributes = {0, 8, 16, 0, {0}};
	mq_unlink("/mq05");
	mqd_t q = mq_open("/mq05", O_RDWR | O_CREAT | O_NONBLOCK, 0600, &attributes);
	row("MQ-08 empty");
	receive(q, 16);
	row("MQ-05 priorities");
	mq_send(q, "a", 1, 1);
	mq_send(q, "b", 1, 5);
	mq_send(q, "c", 1, 1);
	mq_send(q, "d", 1, 5);
	mq_send(q, "e", 1, 0);
	for (int i = 0; i < 5; i++)
		receive(q, 16);
	row("MQ-06 lengths");
	show("too long", mq_send(q, "12345678901234567", 17, 0));
	show("just as long", mq_send(q, "1234567890123456", 16, 0));
	show("empty", mq_send(q, "", 0, 3));
	row("MQ-09 the highest priority");
	show("highest priority", mq_send(q, "h", 1, 32767));
	show("higher", mq_send(q, "h", 1, 32768));
	show("as high as it gets", mq_send(q, "h", 1, -1));
	row("MQ-07 a buffer shorter than the queue allows messages to be, with a message and without one");
	receive(q, 15);
	receive(q, 16);
	receive(q, 64);
	receive(q, 16);
	receive(q, 15);
	receive(q, 16);
	row("MQ-08 full is counted in messages");
	for (int i = 0; i < 8; i++)
		mq_send(q, "x", 1, i);
	show("ninth of eight", mq_send(q, "x", 1, 9));
	show("without priority", mq_receive(q, buffer, 16, NULL));

	row("MQ-10 wrong directions, and what is no queue");
	mqd_t reader = mq_open("/mq05", O_RDONLY);
	mqd_t writer = mq_open("/mq05", O_WRONLY);
	show("send to a reader", mq_send(reader, "x", 1, 0));
	show("receive from a writer", mq_receive(writer, buffer, 16, NULL));
	show("send to nothing", mq_send(77, "x", 1, 0));
	show("receive from nothing", mq_receive(77, buffer, 16, NULL));
	show("send to standard output", mq_send(1, "x", 1, 0));
	show("receive from standard output", mq_receive(1, buffer, 16, NULL));
	show("bad priority, bad descriptor", mq_send(77, "x", 1, 40000));
	struct mq_attr now;
	mq_getattr(q, &now);
	printf("%ld messages inside\n", now.mq_curmsgs);
	mq_unlink("/mq05");
	return 0;
}
