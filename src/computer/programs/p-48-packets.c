/* P-48: packet mode. */
#define _GNU_SOURCE
#include "row.h"

int main(void)
{
	int ends[2];
	char buffer[10];
	show("pipe2", pipe2(ends, O_DIRECT | O_NONBLOCK));
	write(ends[1], "abc", 3);
	write(ends[1], "de", 2);
	show("read 10", read(ends[0], buffer, 10));
	show("read 1", read(ends[0], buffer, 1));
	show("read 10", read(ends[0], buffer, 10));
	return 0;
}
