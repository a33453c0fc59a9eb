/* A program that wants to be told by a thread, of a message and of a timer, and is refused. */
#include "row.h"
#include <mqueue.h>

static void told(union sigval value)
{
	(void)value;
}

int main(void)
{
	struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = told};
	struct mq_attr size = {.mq_maxmsg = 2, .mq_msgsize = 8};
	timer_t timer;
	mqd_t queue = mq_open("/orders", O_RDWR | O_CREAT, 0600, &size);
	show("mq_notify by a thread", mq_notify(queue, &event));
	event.sigev_notify = SIGEV_SIGNAL;
	event.sigev_signo = SIGUSR1;
	show("mq_notify by a signal", mq_notify(queue, &event));
	event.sigev_notify = SIGEV_THREAD;
	show("timer_create by a thread", timer_create(CLOCK_REALTIME, &event, &timer));
	event.sigev_notify = SIGEV_SIGNAL;
	show("timer_create by a signal", timer_create(CLOCK_REALTIME, &event, &timer));
	mq_unlink("/orders");
	return 0;
}
