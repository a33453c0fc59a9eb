/* SV-06, SV-10: so many bytes fit, whoever made the queue; it outlives its maker. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/ipc.h>
#include <sys/msg.h>

static struct {
	long type;
	char text[1024];
} letter = {1, "first"};

int main(void)
{
	struct msqid_ds now;
	int count = 0;
	row("SV-06 full of bytes");
	close(open("key", O_WRONLY | O_CREAT, 0600));
	key_t key = ftok("key", 'm');
	if (fork() == 0) {
		int made = msgget(key, IPC_CREAT | IPC_EXCL | 0600);
		while (msgsnd(made, &letter, 1024, IPC_NOWAIT) == 0)
			count++;
		printf("%d letters: %s\n", count, error_name(errno));
		exit(0);
	}
	wait(NULL);
	row("SV-10 its maker has ended");
	int q = msgget(key, 0);
	printf("still there: %d\n", q != -1);
	msgctl(q, IPC_STAT, &now);
	printf("%lu letters, %lu of %lu bytes\n", now.msg_qnum, now.msg_cbytes, now.msg_qbytes);
	memset(letter.text, 0, sizeof letter.text);
	row("SV-06 room, to the byte");
	show("msgrcv", msgrcv(q, &letter, 1024, 0, IPC_NOWAIT));
	printf("'%s' of type %ld\n", letter.text, letter.type);
	show("msgsnd", msgsnd(q, &letter, 1023, IPC_NOWAIT));
	show("msgsnd", msgsnd(q, &letter, 2, IPC_NOWAIT));
	show("msgsnd", msgsnd(q, &letter, 1, IPC_NOWAIT));
	show("an empty one into the full queue", msgsnd(q, &letter, 0, IPC_NOWAIT));
	show("IPC_RMID", msgctl(q, IPC_RMID, NULL));
	show("msgget", msgget(key, 0));
	return 0;
}
