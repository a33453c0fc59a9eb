/* MQ-20 to MQ-24: told once, when a message comes into the empty queue; one registration; what takes it back. */
#include "row.h"
#include <mqueue.h>

static mqd_t q;
static char buffer[16];
static pid_t sender;

static void handler(int signal, siginfo_t *info, void *context)
{
	(void)context;
	printf("signal %d, code %s, value %d, %s\n", signal, info->si_code == SI_MESGQ ? "SI_MESGQ" : "other",
	       info->si_value.sival_int, info->si_pid == sender ? "from the sender" : "from somebody else");
	fflush(stdout);
}

static int ask(mqd_t queue, int how, int value)
{
	struct sigevent event;
	memset(&event, 0, sizeof event);
	event.sigev_notify = how;
	event.sigev_signo = SIGUSR1;
	event.sigev_value.sival_int = value;
	return mq_notify(queue, &event);
}

static void empty(void)
{
	mqd_t own = mq_open("/mq20", O_RDONLY | O_NONBLOCK);
	while (mq_receive(own, buffer, 16, NULL) != -1)
		;
	if (own != -1)
		mq_close(own);
}

static void send_from_child(const char *what)
{
	sender = fork();
	if (sender == 0) {
		settle();
		mq_send(q, "m", 1, 0);
		_exit(0);
	}
	waitpid(sender, NULL, 0);
	printf("%s\n", what);
	fflush(stdout);
}

int main(void)
{
	struct mq_attr attributes = {0, 4, 16, 0, {0}};
	struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_RESTART};
	sigaction(SIGUSR1, &action, NULL);
	mq_unlink("/mq20");
	q = mq_open("/mq20", O_RDWR | O_CREAT, 0600, &attributes);
	row("MQ-20 told once, when a message comes into the empty queue");
	show("ask", ask(q, SIGEV_SIGNAL, 42));
	send_from_child("sent to the empty queue");
	send_from_child("sent again: once is enough");
	row("MQ-21 asked while messages are inside");
	show("ask while messages are inside", ask(q, SIGEV_SIGNAL, 43));
	send_from_child("sent to a queue with messages");
	row("MQ-22 one registration, for whoever asks");
	show("ask again", ask(q, SIGEV_SIGNAL, 44));
	sender = fork();
	if (sender == 0) {
		show("another asks", ask(q, SIGEV_SIGNAL, 45));
		show("another takes it back", mq_notify(q, NULL));
		_exit(0);
	}
	waitpid(sender, NULL, 0);
	show("still asked", ask(q, SIGEV_SIGNAL, 46));
	show("taken back", mq_notify(q, NULL));
	show("taken back twice", mq_notify(q, NULL));
	show("asked anew", ask(q, SIGEV_NONE, 47));
	row("MQ-24 which close takes it back");
	empty();
	show("closing any descriptor takes it back", ask(q, SIGEV_SIGNAL, 48));
	mqd_t second = dup(q);
	close(second);
	show("so does closing a copy", ask(q, SIGEV_SIGNAL, 49));

	mqd_t registered = mq_open("/mq20", O_RDWR);
	mq_notify(q, NULL);
	show("asked through a second open", ask(registered, SIGEV_SIGNAL, 49));
	close(registered);
	show("closing that one does so too", ask(q, SIGEV_SIGNAL, 49));

	row("MQ-23 a receiver that sleeps gets it, and nobody is told");
	pid_t waiting = fork();
	if (waiting == 0) {
		show("a receiver gets it", mq_receive(q, buffer, 16, NULL));
		_exit(0);
	}
	settle();
	send_from_child("sent while somebody waits");
	waitpid(waiting, NULL, 0);
	show("still asked", ask(q, SIGEV_SIGNAL, 50));
	send_from_child("sent to the empty queue");
	empty();
	row("MQ-22 other ways, and none");
	show("told nobody", ask(q, SIGEV_NONE, 51));
	send_from_child("sent: the registration is used up");
	show("so another may ask", ask(q, SIGEV_SIGNAL, 52));
	mq_notify(q, NULL);

	struct sigevent event;
	memset(&event, 0, sizeof event);
	event.sigev_notify = 17;
	show("no such way", mq_notify(q, &event));
	event.sigev_notify = SIGEV_SIGNAL;
	event.sigev_signo = 65;
	show("no such signal", mq_notify(q, &event));
	event.sigev_signo = 0;
	show("signal 0", mq_notify(q, &event));
	show("bad descriptor", ask(77, SIGEV_SIGNAL, 0));
	show("not a queue", ask(1, SIGEV_SIGNAL, 0));
	mq_unlink("/mq20");
	return 0;
}
