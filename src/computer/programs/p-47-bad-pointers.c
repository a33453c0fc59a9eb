/* P-47: EFAULT, and nothing is lost. */
#include "row.h"

int main(void)
{
	int ends[2];
	char buffer[10];
	char *bad = (char *)8, *null = NULL;
	struct stat *nowhere = (struct stat *)16;
	row("P-47 addresses of nothing");
	pipe(ends);
	show("write", write(ends[1], bad, 10));
	show("write NULL", write(ends[1], null, 10));
	write(ends[1], "abc", 3);
	show("read", read(ends[0], bad, 10));
	show("read after it", read(ends[0], buffer, 10));
	show("zero bytes", write(ends[1], null, 0));
	show("bad descriptor first", read(99, bad, 10));
	show("open", open(bad, O_RDONLY));
	show("fstat", fstat(0, nowhere));
	show("wait", fork() == 0 ? (_exit(0), 0L) : (long)(waitpid(-1, (int *)8, 0)));
	show("poll", poll((struct pollfd *)8, 1, 0));
	show("nanosleep", nanosleep((struct timespec *)8, NULL));
	return 0;
}
