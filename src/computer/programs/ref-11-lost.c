/* Calls that put what they have taken into memory last: with a pointer to nowhere it is gone. And descriptors that run out. */
#define _GNU_SOURCE
#include "row.h"
#include <mqueue.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>

struct letter {
	long type;
	char text[16];
};

int main(void)
{
	void *nowhere = (void *)8;
	struct mq_attr size = {.mq_maxmsg = 2, .mq_msgsize = 8}, now;
	struct msqid_ds status;
	struct letter letter = {1, "hello"};
	struct sockaddr_un name = {AF_UNIX, "door"};
	socklen_t length = sizeof name;
	struct rlimit limit;
	char text[16] = "";
	int pair[2];

	mqd_t box = mq_open("/lost", O_RDWR | O_CREAT, 0600, &size);
	show("mq_send from nowhere", mq_send(box, nowhere, 4, 0));
	mq_send(box, "one", 3, 0);
	mq_send(box, "two", 3, 0);
	show("mq_receive of too little", mq_receive(box, nowhere, 4, NULL));
	show("mq_receive to nowhere", mq_receive(box, nowhere, 8, NULL));
	mq_getattr(box, &now);
	show("messages left", now.mq_curmsgs);

	int queue = msgget(IPC_PRIVATE, 0600);
	show("msgsnd from nowhere", msgsnd(queue, nowhere, 5, 0));
	msgsnd(queue, &letter, 5, 0);
	show("msgrcv to nowhere", msgrcv(queue, nowhere, 16, 0, IPC_NOWAIT));
	msgctl(queue, IPC_STAT, &status);
	show("messages left", status.msg_qnum);
	show("last receiver", status.msg_lrpid != 0);
	msgctl(queue, IPC_RMID, NULL);

	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	send(pair[0], "one", 3, 0);
	send(pair[0], "two", 3, 0);
	show("recv of a datagram to nowhere", recv(pair[1], nowhere, 3, 0));
	show("the next", recv(pair[1], text, 3, MSG_DONTWAIT));
	printf("%s\n", text);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	send(pair[0], "abc", 3, 0);
	show("recv of a stream to nowhere", recv(pair[1], nowhere, 3, 0));
	show("the bytes", recv(pair[1], text, 3, MSG_DONTWAIT));

	int door = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0), caller = socket(AF_UNIX, SOCK_STREAM, 0);
	bind(door, (struct sockaddr *)&name, sizeof name);
	listen(door, 2);
	connect(caller, (struct sockaddr *)&name, sizeof name);
	show("accept to nowhere", accept(door, nowhere, &length));
	show("accept again", accept(door, NULL, NULL));
	show("the caller reads", read(caller, text, 1));

	if (fork() == 0)
		_exit(3);
	show("waitpid to nowhere", waitpid(-1, nowhere, 0));
	show("waitpid again", waitpid(-1, NULL, 0));

	getrlimit(RLIMIT_NOFILE, &limit);
	limit.rlim_cur = 4;
	setrlimit(RLIMIT_NOFILE, &limit);
	show("mq_open without a descriptor", mq_open("/lost", O_RDWR));
	mq_unlink("/lost");
	return 0;
}
