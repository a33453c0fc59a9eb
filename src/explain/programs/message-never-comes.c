/* message-never-comes: the receiver waits for an end of file that no queue has. */
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	struct mq_attr attributes = {.mq_maxmsg = 4, .mq_msgsize = 16};
	mqd_t box = mq_open("/never-comes", O_RDWR | O_CREAT, 0600, &attributes);
	mq_unlink("/never-comes");
	if (fork() == 0) {
		mq_send(box, "one", 3, 0);
		mq_send(box, "two", 3, 0);
		return 0;
	}
	char text[16];
	while (mq_receive(box, text, sizeof text, NULL) > 0)
		write(1, text, 3);
	wait(NULL);
	return 0;
}
