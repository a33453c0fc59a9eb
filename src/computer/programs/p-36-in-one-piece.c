/* P-36: a pipe has room for 100 bytes: a write of 200 waits until all of it fits. */
#include "row.h"

static char block[65536];

int main(void)
{
	int ends[2];
	pipe(ends);
	show("filled to 100 bytes below its capacity", write(ends[1], block, sizeof block - 100));
	if (fork() == 0) {
		show("200 bytes at once", write(ends[1], block, 200));
		_exit(0);
	}
	settle();
	long first = read(ends[0], block, 4096);
	wait(NULL);
	show("the parent had read before", first);
	close(ends[1]);
	long rest = 0;
	for (ssize_t n; (n = read(ends[0], block, sizeof block)) > 0;)
		rest += n;
	show("what the pipe held then", rest);
	return 0;
}
