/* queue-stays-full: it sends more than the queue holds before anybody receives. */
#include <fcntl.h>
#include <mqueue.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	struct mq_attr attributes = {.mq_maxmsg = 3, .mq_msgsize = 16};
	mqd_t box = mq_open("/stays-full", O_RDWR | O_CREAT, 0600, &attributes);
	mq_unlink("/stays-full");
	for (int i = 0; i < 5; i++)
		mq_send(box, "letter", 6, 0);
	if (fork() == 0) {
		char text[16];
		for (int i = 0; i < 5; i++)
			mq_receive(box, text, sizeof text, NULL);
		return 0;
	}
	wait(NULL);
	return 0;
}
