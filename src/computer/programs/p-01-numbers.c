/* P-01, P-02, P-54: the numbers of pipe's descriptors, and their directions. */
#include "row.h"

int main(void)
{
	int ends[2], other[2];
	char byte = 'x';
	show("pipe", pipe(ends));
	printf("%d %d\n", ends[0], ends[1]);
	close(ends[0]);
	pipe(other);
	printf("%d %d\n", other[0], other[1]);
	show("read from the write end", read(other[1], &byte, 1));
	show("write to the read end", write(other[0], &byte, 1));
	close(other[0]);
	close(other[1]);
	show("stale read", read(other[0], &byte, 1));
	show("stale write", write(other[1], &byte, 1));
	show("stale close", close(other[0]));
	return 0;
}
