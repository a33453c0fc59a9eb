/* P-26, P-55: a blocking write of more than the capacity returns when all of it is inside. */
#include "row.h"
#include <sys/ioctl.h>

static char block[100000];

int main(void)
{
	int ends[2];
	pipe(ends);
	if (fork() == 0) {
		close(ends[0]);
		memset(block, 'w', sizeof block);
		show("written", write(ends[1], block, sizeof block));
		_exit(0);
	}
	close(ends[1]);
	int inside = 0;
	while (inside < 65536) {
		settle();
		ioctl(ends[0], FIONREAD, &inside);
	}
	show("one read", read(ends[0], block, 65536));
	long total = 65536, n;
	while ((n = read(ends[0], block, sizeof block)) > 0)
		total += n;
	wait(NULL);
	show("total", total);
	return 0;
}
