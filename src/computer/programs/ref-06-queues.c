/* Queues: what their modes and limits refuse; as root, which becomes an ordinary user. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>
#include <mqueue.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/resource.h>

int main(void)
{
	struct mq_attr small = {.mq_maxmsg = 1, .mq_msgsize = 16};
	struct {
		long type;
		char text[16];
	} message = {1, "m"};
	mq_unlink("/of-root");
	mqd_t queue = mq_open("/of-root", O_RDWR | O_CREAT | O_EXCL, 0600, &small);
	int own = msgget(IPC_PRIVATE, 0600);
	mq_close(queue);

	pid_t child = fork();
	if (child == 0) {
		setgroups(0, NULL);
		setresgid(1000, 1000, 1000);
		setresuid(1000, 1000, 1000);
		show("mq_open of another's queue", mq_open("/of-root", O_RDONLY));
		show("mq_unlink of another's queue", mq_unlink("/of-root"));
		show("msgsnd to another's queue", msgsnd(own, &message, 1, 0));
		show("msgctl of another's queue", msgctl(own, IPC_RMID, NULL));
		int mine = msgget(IPC_PRIVATE, 0600);
		struct msqid_ds about;
		msgctl(mine, IPC_STAT, &about);
		about.msg_qbytes *= 2;
		show("more than MSGMNB bytes", msgctl(mine, IPC_SET, &about));
		show("MSG_COPY without IPC_NOWAIT", msgrcv(mine, &message, 1, 0, MSG_COPY));
		show("removed", msgctl(mine, IPC_RMID, NULL));

		char name[20];
		int made = 0;
		do {
			sprintf(name, "/many-%d", made);
			mq_close(queue);
			queue = mq_open(name, O_RDWR | O_CREAT, 0600, &small);
		} while (queue != -1 && ++made < 300);
		printf("one queue too many: %s\n", errno == ENOSPC ? "ENOSPC" : error_name(errno));
		while (made > 0) {
			sprintf(name, "/many-%d", --made);
			mq_unlink(name);
		}

		struct rlimit limit = {0, 0};
		setrlimit(RLIMIT_MSGQUEUE, &limit);
		mqd_t none = mq_open("/too-much", O_RDWR | O_CREAT, 0600, &small);
		printf("beyond RLIMIT_MSGQUEUE: %d %s\n", (int)none, errno == EMFILE ? "EMFILE" : error_name(errno));
		return 0;
	}
	waitpid(child, NULL, 0);
	show("the name and the queue go", mq_unlink("/of-root"));
	show("removed by its owner", msgctl(own, IPC_RMID, NULL));
	return 0;
}
