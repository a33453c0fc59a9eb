/* The directory of the POSIX message queues: in /dev/mqueue there are queues and nothing else. */
#include "row.h"
#include <mqueue.h>

int main(void)
{
	struct mq_attr size = {.mq_maxmsg = 2, .mq_msgsize = 8};
	struct stat about;
	int file = open("file", O_RDWR | O_CREAT, 0600);
	mqd_t queue = mq_open("/orders", O_RDWR | O_CREAT, 0600, &size);
	show("stat of a queue", stat("/dev/mqueue/orders", &about));
	show("mkdir", mkdir("/dev/mqueue/d", 0700));
	show("mkfifo", mkfifo("/dev/mqueue/f", 0600));
	show("symlink", symlink("file", "/dev/mqueue/s"));
	show("link of a queue", link("/dev/mqueue/orders", "/dev/mqueue/l"));
	show("link of a file", link("file", "/dev/mqueue/l"));
	show("rename", rename("/dev/mqueue/orders", "/dev/mqueue/letters"));
	show("rename of a file", rename("file", "/dev/mqueue/file"));
	show("unlink, as mq_unlink does", unlink("/dev/mqueue/orders"));
	close(file);
	mq_close(queue);
	return 0;
}
