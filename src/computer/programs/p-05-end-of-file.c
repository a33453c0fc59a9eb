/* P-05, P-06, P-07, P-08: EAGAIN while a writer exists, the data, then end of file for ever. */
#include "row.h"

int main(void)
{
	int ends[2];
	char buffer[10];
	pipe(ends);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	show("empty", read(ends[0], buffer, sizeof buffer));
	int copy = dup(ends[1]);
	write(ends[1], "abc", 3);
	close(ends[1]);
	show("data", read(ends[0], buffer, sizeof buffer));
	show("a copy of the write end is open", read(ends[0], buffer, sizeof buffer));
	close(copy);
	show("end", read(ends[0], buffer, sizeof buffer));
	fcntl(ends[0], F_SETFL, 0);
	show("end, blocking", read(ends[0], buffer, sizeof buffer));
	return 0;
}
