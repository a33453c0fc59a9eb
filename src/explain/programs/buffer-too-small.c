/* call-refused: mq_receive wants a buffer as long as the longest message of the queue. */
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	struct mq_attr attributes = {.mq_maxmsg = 4, .mq_msgsize = 64};
	mqd_t queue = mq_open("/too-small", O_RDWR | O_CREAT, 0600, &attributes);
	mq_unlink("/too-small");

	if (fork() == 0) {
		mq_send(queue, "hello", 6, 0);
		return 0;
	}
	wait(NULL);
	char text[16] = "";
	mq_receive(queue, text, sizeof text, NULL);
	printf("it came: \"%s\"\n", text);
	return 0;
}
