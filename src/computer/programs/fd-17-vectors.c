/* FD-17: readv and writev refuse counts and lengths that cannot be, after they have looked at the descriptor. */
#include "row.h"
#include <sys/uio.h>

int main(void)
{
	char byte = 'x';
	struct iovec one = {&byte, 1}, two[2] = {{&byte, 1}, {&byte, (size_t)-1}};
	static struct iovec many[1025];
	int in = open("file", O_RDONLY | O_CREAT, 0600);
	int out = open("file", O_WRONLY);
	int negative = -1;
	for (int i = 0; i < 1025; i++)
		many[i] = one;
	show("readv of -1", readv(in, &one, negative));
	show("writev of -1", writev(out, &one, negative));
	show("readv of 1025", readv(in, many, 1025));
	show("writev of 1025", writev(out, many, 1025));
	show("readv of a negative length", readv(in, two, 2));
	show("writev of a negative length", writev(out, two, 2));
	show("writev of -1 on O_RDONLY", writev(in, &one, negative));
	show("readv of -1 on O_WRONLY", readv(out, &one, negative));
	show("writev of none", writev(out, &one, 0));
	show("readv of none", readv(in, &one, 0));
	show("writev of 1024", writev(out, many, 1024));
	show("readv of 1024", readv(in, many, 1024));
	show("readv at the end", readv(in, &one, 1));
	return 0;
}
