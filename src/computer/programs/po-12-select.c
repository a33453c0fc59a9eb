/* PO-12, PO-13, PO-14: select. */
#include "row.h"
#include <sys/select.h>

int main(void)
{
	int a[2], b[2];
	fd_set in, out;
	struct timeval time = {0, 0};
	pipe(a);
	pipe(b);
	FD_ZERO(&in);
	FD_SET(a[0], &in);
	FD_ZERO(&out);
	FD_SET(a[1], &out);
	show("idle", select(20, &in, &out, NULL, &time));
	printf("read %d write %d\n", FD_ISSET(a[0], &in) != 0, FD_ISSET(a[1], &out) != 0);
	close(a[1]);
	FD_SET(a[0], &in);
	show("end counts as readable", select(20, &in, NULL, NULL, NULL));
	close(b[0]);
	FD_ZERO(&in);
	FD_SET(b[1], &in);
	FD_ZERO(&out);
	FD_SET(b[1], &out);
	show("no reader", select(20, &in, &out, NULL, &time));
	printf("read %d write %d\n", FD_ISSET(b[1], &in) != 0, FD_ISSET(b[1], &out) != 0);
	FD_ZERO(&in);
	FD_SET(20, &in);
	show("closed", select(21, &in, NULL, NULL, &time));
	show("negative", select(-1, NULL, NULL, NULL, &time));
	time.tv_usec = 20000;
	show("timeout", select(0, NULL, NULL, NULL, &time));
	printf("left %ld\n", (long)time.tv_usec);
	return 0;
}
