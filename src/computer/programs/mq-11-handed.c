/* MQ-11 to MQ-14, MQ-19, MQ-31: who sleeps gets the message itself, in the order of sleeping; what survives everybody. */
#include "row.h"
#include <mqueue.h>

static mqd_t q;

static pid_t receiver(const char *name)
{
	pid_t pid = fork();
	if (pid == 0) {
		char buffer[16];
		unsigned priority;
		ssize_t n = mq_receive(q, buffer, 16, &priority);
		printf("%s has '%.*s' of priority %u\n", name, (int)n, buffer, priority);
		exit(0);
	}
	settle();
	return pid;
}

static pid_t sender(const char *message, unsigned priority)
{
	pid_t pid = fork();
	if (pid == 0) {
		printf("%s sent: %d\n", message, mq_send(q, message, 1, priority));
		exit(0);
	}
	settle();
	return pid;
}

static void inside(void)
{
	struct mq_attr now;
	mq_getattr(q, &now);
	printf("%ld inside\n", now.mq_curmsgs);
	fflush(stdout);
}

int main(void)
{
	char buffer[16];
	unsigned priority;
	struct mq_attr attributes = {0, 2, 16, 0, {0}};
	mq_unlink("/mq11");
	q = mq_open("/mq11", O_RDWR | O_CREAT, 0600, &attributes);
	row("MQ-11 a message for who sleeps");
	receiver("one");
	mq_send(q, "m", 1, 4);
	wait(NULL);
	inside();

	row("MQ-13 three asleep in the order in which they came");
	receiver("A");
	receiver("B");
	receiver("C");
	for (int i = 0; i < 3; i++) {
		mq_send(q, &"123"[i], 1, i);
		wait(NULL);
	}

	row("MQ-12, MQ-14 who sleeps with a message outside comes in as there is room, the first to sleep first");
	mq_send(q, "x", 1, 1);
	mq_send(q, "y", 1, 1);
	sender("r", 0);
	sender("s", 9);
	sender("t", 5);
	inside();
	for (int i = 0; i < 5; i++) {
		mq_receive(q, buffer, 16, &priority);
		if (i < 3)
			wait(NULL);
		printf("received %c of priority %u\n", buffer[0], priority);
		inside();
	}

	row("MQ-31 nobody takes what was handed over");
	mqd_t own = mq_open("/mq11", O_RDWR | O_NONBLOCK);
	int stolen = 0;
	for (int i = 0; i < 20; i++) {
		if (fork() == 0) {
			mq_receive(q, buffer, 16, NULL);
			_exit(0);
		}
		settle();
		mq_send(own, "z", 1, 0);
		if (mq_receive(own, buffer, 16, NULL) != -1)
			stolen++;
		wait(NULL);
	}
	printf("stolen: %d\n", stolen);
	fflush(stdout);

	row("MQ-19 what survives everybody");
	if (fork() == 0) {
		mqd_t mine = mq_open("/mq11", O_WRONLY);
		mq_send(mine, "k", 1, 0);
		mq_send(mine, "l", 1, 0);
		_exit(0);
	}
	wait(NULL);
	mq_close(own);
	mq_close(q);
	q = mq_open("/mq11", O_RDWR);
	inside();
	mq_receive(q, buffer, 16, NULL);
	printf("survived: %c\n", buffer[0]);
	mq_unlink("/mq11");
	return 0;
}
