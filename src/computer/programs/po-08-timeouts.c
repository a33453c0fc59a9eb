/* PO-08, PO-09, PO-10, PO-28: poll waits for time, data, the end, room. */
#include "row.h"

static char block[65536];

int main(void)
{
	int ends[2];
	char byte;
	pipe(ends);
	struct pollfd in = {ends[0], POLLIN, 0};
	show("timeout 0", poll(&in, 1, 0));
	show("timeout 20", poll(&in, 1, 20));
	show("nobody", poll(NULL, 0, 20));
	if (fork() == 0) {
		close(ends[1]);
		show("data", poll(&in, 1, -1));
		read(ends[0], &byte, 1);
		show("end", poll(&in, 1, -1));
		printf("hup only %d\n", in.revents == POLLHUP);
		exit(0);
	}
	close(ends[0]);
	settle();
	write(ends[1], "x", 1);
	settle();
	close(ends[1]);
	wait(NULL);
	pipe(ends);
	write(ends[1], block, sizeof block);
	if (fork() == 0) {
		struct pollfd out = {ends[1], POLLOUT, 0};
		close(ends[0]);
		show("room", poll(&out, 1, -1));
		printf("out only %d\n", out.revents == POLLOUT);
		exit(0);
	}
	settle();
	(void)read(ends[0], block, 4096);
	wait(NULL);
	return 0;
}
