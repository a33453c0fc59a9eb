/* P-03, P-04, P-15, P-53: bytes in order, no message boundaries, short reads. */
#include "row.h"

static void take(int fd, size_t count)
{
	char buffer[64];
	ssize_t n = read(fd, buffer, count);
	printf("read(%zu): %zd \"%.*s\"\n", count, n, n > 0 ? (int)n : 0, buffer);
}

int main(void)
{
	int ends[2];
	pipe(ends);
	write(ends[1], "hello", 5);
	take(ends[0], 10);
	write(ends[1], "abc", 3);
	write(ends[1], "def", 3);
	take(ends[0], 10);
	write(ends[1], "ghij", 4);
	take(ends[0], 2);
	write(ends[1], "k", 1);
	take(ends[0], 10);
	take(ends[0], 0);
	return 0;
}
