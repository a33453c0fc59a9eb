/* A mailbox that two users know: anyone may use it, its maker alone removes it, and the stamp tells who wrote; as root, which becomes two others. */
#define _GNU_SOURCE
#include "row.h"
#include "mailbox.h"

#define BOX "/of-ann"

/* Ends in a child that is another user. */
static pid_t as(uid_t user)
{
	fflush(stdout);
	pid_t pid = fork();
	if (pid == 0)
		setresuid(user, user, user);
	return pid;
}

int main(void)
{
	char letter[MAILBOX_LETTER_MAX];
	struct mailbox_stamp stamp;
	int status;
	mailbox_remove(BOX);
	pid_t ann = as(1001);
	if (ann == 0) {
		int box = mailbox_open(BOX, 2);
		ssize_t length = mailbox_receive(box, letter, sizeof letter, &stamp);
		printf("%.*s, says user %d\n", (int)length, letter, (int)stamp.uid);
		fflush(stdout);
		for (int i = 0; i < 5; i++)
			settle();
		show("its maker removes it", mailbox_remove(BOX));
		_exit(0);
	}
	settle();
	pid_t bob = as(1002);
	if (bob == 0) {
		int box = mailbox_open(BOX, 2);
		int sent = mailbox_send(box, "I am ann", 8);
		settle();
		show("bob has written to the one who waits", sent);
		show("bob removes it", mailbox_remove(BOX));
		_exit(0);
	}
	waitpid(bob, &status, 0);
	waitpid(ann, &status, 0);
	return 0;
}
