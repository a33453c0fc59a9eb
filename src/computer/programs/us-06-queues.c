/* MQ-28 to MQ-30, SV-12: message queues belong to somebody: who may open, send, receive, take the name away; how much one user
   may have; as root. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>
#include <mqueue.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/resource.h>

static struct {
	long type;
	char text[16];
} letter = {1, "hello"};

static void posix(void)
{
	struct mq_attr attributes = {0, 2, 16, 0, {0}};
	char buffer[16];
	row("MQ-28 which bits let whom open it");
	show("open for reading", mq_open("/read", O_RDONLY) == -1 ? -1 : 0);
	show("open for writing", mq_open("/read", O_WRONLY));
	show("open for both", mq_open("/read", O_RDWR));
	show("open root's own", mq_open("/own", O_RDONLY));
	show("open the group's", mq_open("/group", O_RDWR));
	show("O_CREAT of one that is there", mq_open("/own", O_CREAT | O_RDWR, 0666, &attributes));
	int q = mq_open("/read", O_RDONLY);
	show("receive", mq_receive(q, buffer, 16, NULL));
	row("MQ-29 whose name it is");
	show("mq_unlink of another's", mq_unlink("/read"));
	show("mq_unlink of none", mq_unlink("/none"));
	int mine = mq_open("/mine", O_CREAT | O_RDWR, 0, &attributes);
	show("its maker may use what nobody may open", mq_send(mine, "x", 1, 0));
	show("and cannot open it again", mq_open("/mine", O_RDONLY));
	show("but take the name away", mq_unlink("/mine"));
}

static void limits(void)
{
	struct mq_attr attributes = {0, 10, 1000, 0, {0}};
	struct rlimit small = {9000, 9000}, enough = {12000, 12000};
	row("MQ-30 RLIMIT_MSGQUEUE");
	setrlimit(RLIMIT_MSGQUEUE, &enough);
	int q = mq_open("/limited", O_CREAT | O_RDWR, 0600, &attributes);
	show("within RLIMIT_MSGQUEUE", q == -1 ? -1 : 0);
	show("a second is too much", mq_open("/limited2", O_CREAT | O_RDWR, 0600, &attributes));
	mq_unlink("/limited");
	show("without its name it still counts", mq_open("/limited2", O_CREAT | O_RDWR, 0600, &attributes));
	mq_close(q);
	q = mq_open("/limited2", O_CREAT | O_RDWR, 0600, &attributes);
	show("closed it does not", q == -1 ? -1 : 0);
	mq_close(q);
	mq_unlink("/limited2");
	setrlimit(RLIMIT_MSGQUEUE, &small);
	show("one is too much", mq_open("/limited3", O_CREAT | O_RDWR, 0600, &attributes));
	row("MQ-04 more than everybody may have");
	attributes.mq_maxmsg = 11;
	show("eleven messages", mq_open("/limited3", O_CREAT | O_RDWR, 0600, &attributes));
	attributes.mq_maxmsg = 1;
	attributes.mq_msgsize = 8193;
	show("8193 bytes", mq_open("/limited3", O_CREAT | O_RDWR, 0600, &attributes));
}

static void system_v(int sends, int reads, int own)
{
	struct msqid_ds now;
	row("SV-12 System V asks the mode at every call");
	show("msgget asking for nothing", msgget(0x5101, 0) == own ? 0 : -1);
	show("msgget asking to write", msgget(0x5101, 0600));
	show("msgsnd", msgsnd(own, &letter, 5, IPC_NOWAIT));
	show("msgrcv", msgrcv(own, &letter, 16, 0, IPC_NOWAIT));
	show("IPC_STAT", msgctl(own, IPC_STAT, &now));
	show("IPC_RMID", msgctl(own, IPC_RMID, NULL));
	show("msgsnd with w", msgsnd(sends, &letter, 5, IPC_NOWAIT));
	show("msgrcv with w", msgrcv(sends, &letter, 16, 0, IPC_NOWAIT));
	show("msgsnd with r", msgsnd(reads, &letter, 5, IPC_NOWAIT));
	show("msgrcv with r", msgrcv(reads, &letter, 16, 0, IPC_NOWAIT));
	show("IPC_STAT with r", msgctl(reads, IPC_STAT, &now));
	show("IPC_SET with r", msgctl(reads, IPC_SET, &now));
}

int main(void)
{
	struct mq_attr attributes = {0, 2, 16, 0, {0}};
	umask(0);
	setgroups(0, NULL);
	int q = mq_open("/read", O_CREAT | O_RDWR, 0604, &attributes);
	show("send", mq_send(q, "a", 1, 0));
	mq_close(q);
	mq_close(mq_open("/own", O_CREAT | O_RDWR, 0600, &attributes));
	mq_close(mq_open("/group", O_CREAT | O_RDWR, 0660, &attributes));
	int own = msgget(0x5101, IPC_CREAT | 0600);
	int sends = msgget(0x5102, IPC_CREAT | 0602);
	int reads = msgget(0x5103, IPC_CREAT | 0604);
	msgsnd(reads, &letter, 5, 0);
	if (fork() == 0) {
		setresgid(1001, 1001, 1001);
		setresuid(1001, 1001, 1001);
		posix();
		system_v(sends, reads, own);
		limits();
		exit(0);
	}
	wait(NULL);
	show("root may", msgrcv(sends, &letter, 16, 0, IPC_NOWAIT));
	msgctl(own, IPC_RMID, NULL);
	msgctl(sends, IPC_RMID, NULL);
	msgctl(reads, IPC_RMID, NULL);
	show("mq_unlink", mq_unlink("/read"));
	mq_unlink("/own");
	mq_unlink("/group");
	return 0;
}
