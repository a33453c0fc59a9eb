/* What F_GETFL and ftruncate tell of how a descriptor was made: by open, pipe, or mq_open. */
#define _GNU_SOURCE
#include "row.h"
#include <mqueue.h>
#include <sys/ioctl.h>

int main(void)
{
	struct mq_attr attributes = {0, 2, 16, 0, {0}};
	struct stat status;
	int p[2], inside = -1;
	char text[100];
	mkfifo("fifo", 0600);
	pipe(p);
	show("pipe", fcntl(p[0], F_GETFL));
	show("FIFO", fcntl(open("fifo", O_RDWR | O_NONBLOCK), F_GETFL));
	mq_unlink("/fd19");
	int q = mq_open("/fd19", O_RDWR | O_CREAT | O_NONBLOCK, 0600, &attributes);
	show("queue", fcntl(q, F_GETFL));
	fstat(q, &status);
	printf("size %ld\n", (long)status.st_size);
	show("ftruncate a queue", ftruncate(q, 7));
	fstat(q, &status);
	printf("size %ld\n", (long)status.st_size);
	ioctl(q, FIONREAD, &inside);
	printf("to be read: %d\n", inside);
	show("read all the same", read(q, text, sizeof text));
	int r = mq_open("/fd19", O_RDONLY);
	show("ftruncate a queue open for reading", ftruncate(r, 7));
	mq_unlink("/fd19");
	return 0;
}
