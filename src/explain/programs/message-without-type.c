/* call-refused: a System V message whose type is 0 is not sent. */
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <unistd.h>

struct letter {
	long type;
	char text[16];
};

int main(void)
{
	int queue = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
	struct letter letter = {0};
	strcpy(letter.text, "hello");
	msgsnd(queue, &letter, sizeof letter.text, 0);

	struct msqid_ds status;
	msgctl(queue, IPC_STAT, &status);
	printf("%lu in the queue\n", (unsigned long)status.msg_qnum);
	msgctl(queue, IPC_RMID, NULL);
	return 0;
}
