/* What holds of every mailbox, here and in the book: the test of both. */
#include "mailbox.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NAME "/letters-of-the-test"

static int box;

static void show(const char *what, long value)
{
	printf("%s: %ld%s%s\n", what, value, value == -1 ? " " : "", value == -1 ? strerror(errno) : "");
	fflush(stdout);
}

static void settle(void)
{
	struct timespec time = {0, 30 * 1000 * 1000};
	nanosleep(&time, NULL);
}

/* Receives one letter and says what its stamp says. */
static void get(const char *what, pid_t sender)
{
	char text[MAILBOX_LETTER_MAX];
	struct mailbox_stamp stamp;
	ssize_t n = mailbox_receive(box, text, sizeof text, &stamp);
	if (n == -1) {
		show(what, n);
		return;
	}
	printf("%s: '%.*s', stamped by %s, user %s, time %s\n", what, (int)n, text, stamp.pid == sender ? "its sender" : "another",
	       stamp.uid == getuid() ? "own" : "other", stamp.time.tv_sec > 1000000000 ? "told" : "none");
	fflush(stdout);
}

static pid_t sender(const char *text)
{
	pid_t pid = fork();
	if (pid == 0)
		_exit(mailbox_send(box, text, strlen(text)) == 0 ? 0 : 1);
	return pid;
}

static void handler(int signal)
{
	(void)signal;
}

int main(void)
{
	char text[MAILBOX_LETTER_MAX + 1];
	mailbox_remove(NAME);
	show("remove what is not there", mailbox_remove(NAME));
	show("no slash", mailbox_open("letters", 2));
	show("two slashes", mailbox_open("/a/b", 2));
	show("no capacity", mailbox_open(NAME, 0));
	show("too large", mailbox_open(NAME, MAILBOX_CAPACITY_MAX + 1));
	box = mailbox_open(NAME, 2);
	printf("open: %d\n", box > 2);
	fflush(stdout);

	pid_t ann = sender("from ann");
	waitpid(ann, NULL, 0);
	pid_t bob = sender("from bob, who says: I am ann");
	waitpid(bob, NULL, 0);
	pid_t late = sender("late");
	settle();
	show("the third waits", waitpid(late, NULL, WNOHANG));
	get("first", ann);
	waitpid(late, NULL, 0);
	get("second", bob);
	get("third", late);

	mailbox_send(box, "", 0);
	show("an empty letter", mailbox_receive(box, text, sizeof text, NULL));
	mailbox_send(box, "12345", 5);
	show("too little room", mailbox_receive(box, text, 4, NULL));
	show("just enough", mailbox_receive(box, text, 5, NULL));
	memset(text, 'x', sizeof text);
	show("too long", mailbox_send(box, text, sizeof text));
	show("just as long", mailbox_send(box, text, sizeof text - 1));
	show("whole", mailbox_receive(box, text, sizeof text, NULL));
	show("not a box", mailbox_send(77, "x", 1));

	fcntl(box, F_SETFL, fcntl(box, F_GETFL) | O_NONBLOCK);
	show("nothing inside", mailbox_receive(box, text, sizeof text, NULL));
	mailbox_send(box, "1", 1);
	mailbox_send(box, "2", 1);
	show("full", mailbox_send(box, "3", 1));
	mailbox_receive(box, text, sizeof text, NULL);
	mailbox_receive(box, text, sizeof text, NULL);
	fcntl(box, F_SETFL, fcntl(box, F_GETFL) & ~O_NONBLOCK);

	int status;
	pid_t waiting = fork();
	if (waiting == 0) {
		struct sigaction action = {.sa_handler = handler};
		sigaction(SIGUSR1, &action, NULL);
		_exit(mailbox_receive(box, text, sizeof text, NULL) == -1 && errno == EINTR ? 0 : 1);
	}
	settle();
	kill(waiting, SIGUSR1);
	waitpid(waiting, &status, 0);
	show("interrupted", WEXITSTATUS(status));
	waiting = fork();
	if (waiting == 0) {
		mailbox_receive(box, text, sizeof text, NULL);
		_exit(0);
	}
	settle();
	kill(waiting, SIGKILL);
	waitpid(waiting, NULL, 0);
	ann = sender("not lost with the one who was killed");
	waitpid(ann, NULL, 0);
	get("still inside", ann);

	if (fork() == 0) {
		close(box);
		box = mailbox_open(NAME, 99);
		mailbox_send(box, "of a process that has ended", 27);
		_exit(0);
	}
	wait(NULL);
	close(box);
	box = mailbox_open(NAME, 1);
	show("it has outlived everybody", mailbox_receive(box, text, sizeof text, NULL));
	show("remove", mailbox_remove(NAME));
	show("remove again", mailbox_remove(NAME));
	show("still open", mailbox_send(box, "x", 1));
	int other = mailbox_open(NAME, 1);
	fcntl(other, F_SETFL, O_NONBLOCK);
	show("another of the same name", mailbox_receive(other, text, sizeof text, NULL));
	mailbox_remove(NAME);
	return 0;
}
