/* P-52: a pipe takes the parts of writev as one write, and readv spreads what it gives. */
#include "row.h"
#include <sys/ioctl.h>
#include <sys/uio.h>

int main(void)
{
	int p[2], inside;
	char a[4] = "", b[1] = "", c[10] = "";
	struct iovec parts[3] = {{"ab", 2}, {"cde", 3}, {"fghi", 4}};
	struct iovec rooms[3] = {{a, 3}, {b, 0}, {c, 9}};
	row("P-52 three parts are one write, and are spread by one read");
	pipe(p);
	show("writev", writev(p[1], parts, 3));
	ioctl(p[0], FIONREAD, &inside);
	printf("inside: %d\n", inside);
	show("readv", readv(p[0], rooms, 3));
	printf("'%s' '%s'\n", a, c);
	fcntl(p[1], F_SETFL, O_NONBLOCK);
	fcntl(p[0], F_SETFL, O_NONBLOCK);
	show("readv of nothing", readv(p[0], rooms, 3));
	static char page[4096];
	for (int i = 0; i < 15; i++)
		write(p[1], page, 4096);
	write(p[1], page, 1000);
	struct iovec large[2] = {{page, 2000}, {page, 2096}};
	show("4096 bytes in two parts have to fit whole", writev(p[1], large, 2));
	large[1].iov_len = 2097;
	show("4097 need not", writev(p[1], large, 2));
	large[1].iov_len = 1000;
	show("3000 bytes still fit into the last page", writev(p[1], large, 2));
	return 0;
}
