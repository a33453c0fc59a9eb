/* The machine starts anew: what is in memory is gone, what has a name on the disk is there; as root. */
#include "row.h"
#include <mqueue.h>
#include <sys/reboot.h>

int main(void)
{
	struct mq_attr size = {.mq_maxmsg = 2, .mq_msgsize = 8};
	if (mkfifo("fifo", 0600) == -1) {
		show("the second time: the FIFO has its name still", mkfifo("fifo", 0600));
		show("the queue is gone", mq_open("/orders", O_RDWR));
		return 0;
	}
	mqd_t queue = mq_open("/orders", O_RDWR | O_CREAT, 0600, &size);
	show("a message in the queue", mq_send(queue, "one", 3, 0));
	if (fork() == 0)
		pause();
	settle();
	show("reboot", reboot(RB_AUTOBOOT));
	return 1;
}
