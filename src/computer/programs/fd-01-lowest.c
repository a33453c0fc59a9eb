/* FD-01, FD-06, FD-08, FD-12: descriptor numbers. */
#include "row.h"

int main(void)
{
	int a = open("file", O_RDWR | O_CREAT | O_TRUNC, 0600);
	show("open", a);
	show("dup", dup(a));
	close(a);
	show("lowest again", open("file", O_RDWR));
	show("dup2", dup2(a, 10));
	show("dup2 same", dup2(10, 10));
	show("dup2 bad same", dup2(11, 11));
	show("dup2 negative", dup2(a, -1));
	show("dup2 bad", dup2(50, 12));
	show("F_DUPFD", fcntl(a, F_DUPFD, 10));
	show("close", close(10));
	show("close twice", close(10));
	return 0;
}
