/* SV-01 to SV-05, SV-07, SV-10: keys and ids, messages by type, what is too long, what fits, what msgctl tells and sets. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/ipc.h>
#include <sys/msg.h>

struct letter {
	long type;
	char text[64];
};

static int q;

static void put(long type, const char *text)
{
	struct letter letter = {type, ""};
	strcpy(letter.text, text);
	if (msgsnd(q, &letter, strlen(text), IPC_NOWAIT) == -1)
		show("msgsnd", -1);
}

static void get(const char *what, size_t size, long type, int flags)
{
	struct letter letter;
	ssize_t n = msgrcv(q, &letter, size, type, flags | IPC_NOWAIT);
	if (n == -1)
		printf("%s: %s\n", what, strerror(errno));
	else
		printf("%s: %zd '%.*s' of type %ld\n", what, n, (int)n, letter.text, letter.type);
	fflush(stdout);
}

static void state(const char *what)
{
	struct msqid_ds now;
	if (msgctl(q, IPC_STAT, &now) == -1) {
		show(what, -1);
		return;
	}
	printf("%s: %lu messages, %lu bytes of %lu, sender %s, receiver %s, sent %s, received %s, mode %o\n", what,
	       now.msg_qnum, now.msg_cbytes, now.msg_qbytes, now.msg_lspid == getpid() ? "own" : now.msg_lspid ? "other" : "none",
	       now.msg_lrpid == getpid() ? "own" : now.msg_lrpid ? "other" : "none", now.msg_stime ? "yes" : "never",
	       now.msg_rtime ? "yes" : "never", now.msg_perm.mode);
	fflush(stdout);
}

int main(void)
{
	struct letter letter = {1, ""};
	static struct {
		long type;
		char text[10000];
	} large = {1, ""};
	close(open("key", O_WRONLY | O_CREAT, 0600));
	key_t key = ftok("key", 'q');
	printf("a key for each letter: %d\n", key != -1 && key != ftok("key", 'r') && key == ftok("key", 'q'));
	show("no file, no key", ftok("none", 'q'));
	row("SV-01 keys and ids");
	show("missing", msgget(key, 0600));
	q = msgget(key, IPC_CREAT | IPC_EXCL | 0640);
	printf("made: %d\n", q >= 0);
	show("made again", msgget(key, IPC_CREAT | IPC_EXCL | 0600));
	printf("same: %d\n", msgget(key, 0) == q && msgget(key, IPC_CREAT | 0600) == q);
	int private = msgget(IPC_PRIVATE, 0600);
	int another = msgget(IPC_PRIVATE, 0600);
	printf("private ones differ: %d\n", private != another && private != q);
	show("removed", msgctl(private, IPC_RMID, NULL));
	show("removed twice", msgctl(private, IPC_RMID, NULL));
	msgctl(another, IPC_RMID, NULL);
	state("new");

	row("SV-02, SV-03 messages by type");
	put(3, "three");
	put(1, "one");
	put(2, "two");
	put(1, "again");
	state("four");
	get("a type that is not there", 64, 4, 0);
	get("first", 64, 0, 0);
	get("type 2", 64, 2, 0);
	put(5, "five");
	put(4, "four");
	get("not type 1", 64, 1, MSG_EXCEPT);
	get("at most 3", 64, -3, 0);
	get("at most 3", 64, -3, 0);
	get("at most 3", 64, -3, 0);
	get("a copy of number 0", 64, 0, MSG_COPY);
	get("a copy of number 7", 64, 7, MSG_COPY);
	get("any", 64, -1000, 0);
	get("nothing", 64, 0, 0);
	state("empty");

	row("SV-04 types and sizes that are none");
	letter.type = 0;
	show("type 0", msgsnd(q, &letter, 1, 0));
	letter.type = -1;
	show("type -1", msgsnd(q, &letter, 1, 0));
	letter.type = 1;
	show("too long", msgsnd(q, &large, 8193, IPC_NOWAIT));
	show("just as long", msgsnd(q, &large, 8192, IPC_NOWAIT));
	show("negative", msgsnd(q, &letter, -1, IPC_NOWAIT));
	show("just as long", msgsnd(q, &large, 8192, IPC_NOWAIT));
	show("full", msgsnd(q, &letter, 1, IPC_NOWAIT));
	show("empty into full", msgsnd(q, &letter, 0, IPC_NOWAIT));
	row("SV-05 longer than the buffer");
	show("too small", msgrcv(q, &large, 10, 0, IPC_NOWAIT));
	show("cut", msgrcv(q, &large, 10, 0, IPC_NOWAIT | MSG_NOERROR));
	state("one left");
	show("all of it", msgrcv(q, &large, sizeof large.text, 0, 0));
	show("empty", msgrcv(q, &large, sizeof large.text, 0, 0));
	show("negative size", msgrcv(q, &large, -1, 0, IPC_NOWAIT));

	row("SV-07 as many messages as bytes, even if they are empty");
	struct msqid_ds now;
	msgctl(q, IPC_STAT, &now);
	now.msg_qbytes = 20;
	now.msg_perm.mode = 0600 | 07000;
	show("set", msgctl(q, IPC_SET, &now));
	put(1, "1234567890");
	put(1, "12345678901");
	put(1, "123456789");
	put(1, "");
	put(1, "x");
	put(1, "y");
	state("small");
	int count = 0;
	while (msgsnd(q, &letter, 0, IPC_NOWAIT) == 0)
		count++;
	printf("%d empty ones more: %s\n", count, strerror(errno));
	show("no such command", msgctl(q, 99, &now));
	show("no such queue", msgctl(q + 1000000, IPC_STAT, &now));
	show("no such queue", msgsnd(q + 1000000, &letter, 1, 0));
	show("no such queue", msgrcv(-1, &letter, 1, 0, 0));

	row("SV-10 another process, by the key");
	if (fork() == 0) {
		struct letter own = {7, "c"};
		msgrcv(msgget(key, 0), &own, 64, 1, 0);
		_exit(0);
	}
	wait(NULL);
	state("after a child that has ended");
	get("the next", 64, 0, 0);
	show("remove", msgctl(q, IPC_RMID, NULL));
	show("gone", msgget(key, 0));
	state("gone");
	return 0;
}
