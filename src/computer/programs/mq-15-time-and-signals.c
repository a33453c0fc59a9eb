/* MQ-15 to MQ-17: a time limit, times that are none, and signals that come while one waits. */
#include "row.h"
#include <mqueue.h>

static mqd_t q;
static char buffer[16];

static struct timespec in(long milliseconds)
{
	struct timespec time;
	clock_gettime(CLOCK_REALTIME, &time);
	time.tv_nsec += milliseconds * 1000 * 1000;
	while (time.tv_nsec >= 1000 * 1000 * 1000) {
		time.tv_nsec -= 1000 * 1000 * 1000;
		time.tv_sec++;
	}
	while (time.tv_nsec < 0) {
		time.tv_nsec += 1000 * 1000 * 1000;
		time.tv_sec--;
	}
	return time;
}

static void handler(int signal)
{
	(void)signal;
	write(1, "handler\n", 8);
}

static void interrupted(int flags, int sends)
{
	struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
	sigaction(SIGUSR1, &action, NULL);
	pid_t pid = fork();
	if (pid == 0) {
		if (sends)
			show("send", mq_send(q, "s", 1, 0));
		else
			show("receive", mq_receive(q, buffer, 16, NULL));
		exit(0);
	}
	settle();
	kill(pid, SIGUSR1);
	settle();
	kill(pid, SIGSTOP);
	settle();
	kill(pid, SIGCONT);
	settle();
	if (flags && sends)
		mq_receive(q, buffer, 16, NULL);
	else if (flags)
		mq_send(q, "m", 1, 0);
	wait(NULL);
}

int main(void)
{
	struct mq_attr attributes = {0, 2, 16, 0, {0}};
	mq_unlink("/mq15");
	q = mq_open("/mq15", O_RDWR | O_CREAT, 0600, &attributes);
	struct timespec past = in(-500);
	struct timespec soon = in(50);
	struct timespec late = in(5000);
	struct timespec none = {0, -1};
	struct timespec none_either = {soon.tv_sec + 1, 1000 * 1000 * 1000};
	struct timespec negative = {-1, 0};
	row("MQ-15 time limits");
	show("empty, past", mq_timedreceive(q, buffer, 16, NULL, &past));
	show("empty, soon", mq_timedreceive(q, buffer, 16, NULL, &soon));
	show("room, past", mq_timedsend(q, "a", 1, 0, &past));
	show("room, late", mq_timedsend(q, "b", 1, 0, &late));
	soon = in(50);
	show("full, past", mq_timedsend(q, "c", 1, 0, &past));
	show("full, soon", mq_timedsend(q, "c", 1, 0, &soon));
	row("MQ-16 times that are none");
	show("no time, message there", mq_timedreceive(q, buffer, 16, NULL, &none));
	show("no time either", mq_timedreceive(q, buffer, 16, NULL, &none_either));
	show("before the beginning", mq_timedreceive(q, buffer, 16, NULL, &negative));
	show("no time, bad descriptor", mq_timedreceive(77, buffer, 16, NULL, &none));
	show("no time, bad priority", mq_timedsend(q, "c", 1, 40000, &none));
	row("MQ-15 no wait, no matter");
	show("message there, past", mq_timedreceive(q, buffer, 16, NULL, &past));
	show("message there, late", mq_timedreceive(q, buffer, 16, NULL, &late));
	row("MQ-17 a handler while it waits: receive without SA_RESTART and with it; send likewise");
	interrupted(0, 0);
	interrupted(SA_RESTART, 0);
	mq_send(q, "1", 1, 0);
	mq_send(q, "2", 1, 0);
	interrupted(0, 1);
	interrupted(SA_RESTART, 1);
	struct mq_attr now;
	mq_getattr(q, &now);
	printf("%ld inside\n", now.mq_curmsgs);
	mq_unlink("/mq15");
	return 0;
}
