/* A send to a full mailbox and a receive from an empty one, interrupted: with SA_RESTART the call is made again, else it fails. */
#include "row.h"
#include "mailbox.h"

static void on_signal(int signal)
{
	(void)signal;
}

static void handle(int flags)
{
	struct sigaction action = {.sa_handler = on_signal, .sa_flags = flags};
	sigaction(SIGUSR1, &action, NULL);
}

/* A signal comes after a moment, and a moment later a letter, or room for one. */
static void meanwhile(int box, int sends)
{
	char letter[MAILBOX_LETTER_MAX];
	pid_t parent = getpid();
	fflush(stdout);
	if (fork() == 0) {
		usleep(50000);
		kill(parent, SIGUSR1);
		usleep(50000);
		if (sends)
			mailbox_send(box, "later", 5);
		else
			mailbox_receive(box, letter, sizeof letter, NULL);
		_exit(0);
	}
}

int main(void)
{
	char letter[MAILBOX_LETTER_MAX];
	mailbox_remove("/letters");
	int box = mailbox_open("/letters", 1);
	handle(SA_RESTART);
	meanwhile(box, 1);
	show("receive, made again", mailbox_receive(box, letter, sizeof letter, NULL));
	wait(NULL);
	mailbox_send(box, "first", 5);
	meanwhile(box, 0);
	show("send, made again", mailbox_send(box, "second", 6));
	wait(NULL);
	handle(0);
	meanwhile(box, 0);
	show("send, interrupted", mailbox_send(box, "third", 5));
	wait(NULL);
	show("remove", mailbox_remove("/letters"));
	return 0;
}
