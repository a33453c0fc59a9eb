/* PO-01, PO-02, PO-06, PO-07, PO-27: what poll reports of pipes. */
#include "row.h"

static char block[65536];

static void look(const char *what, int fd, short events)
{
	struct pollfd entry = {fd, events, 0};
	int n = poll(&entry, 1, 0);
	printf("%s: %d%s%s%s%s%s\n", what, n, entry.revents & POLLIN ? " IN" : "",
	       entry.revents & POLLOUT ? " OUT" : "", entry.revents & POLLHUP ? " HUP" : "",
	       entry.revents & POLLERR ? " ERR" : "", entry.revents & POLLNVAL ? " NVAL" : "");
}

int main(void)
{
	int a[2], b[2], c[2];
	short both = POLLIN | POLLOUT;
	pipe(a);
	look("read end, empty", a[0], both);
	look("write end, empty", a[1], both);
	write(a[1], "abc", 3);
	look("read end, data", a[0], both);
	close(a[1]);
	look("read end, data, no writer", a[0], both);
	(void)read(a[0], block, 3);
	look("read end, no writer", a[0], both);
	look("read end, no events asked", a[0], 0);
	pipe(b);
	write(b[1], block, sizeof block);
	look("write end, full", b[1], both);
	close(b[0]);
	look("write end, full, no reader", b[1], both);
	pipe(c);
	close(c[0]);
	look("write end, no reader", c[1], both);
	look("closed", 55, both);
	look("negative", -1, both);
	struct pollfd entries[5] = {{a[0], POLLIN, 0}, {c[1], POLLOUT, 0}, {-1, POLLIN, 0}, {a[0], POLLIN, 0}, {b[0], 0, 0}};
	show("how many", poll(entries, 5, 0));
	return 0;
}
