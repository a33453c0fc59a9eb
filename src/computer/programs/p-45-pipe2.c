/* P-45: pipe2's flags, and a bad pointer. */
#define _GNU_SOURCE
#include "row.h"

int main(void)
{
	int ends[2];
	int *bad = (int *)8;
	show("pipe2", pipe2(ends, O_CLOEXEC | O_NONBLOCK));
	for (int i = 0; i < 2; i++)
		printf("cloexec %d nonblock %d\n", fcntl(ends[i], F_GETFD), (fcntl(ends[i], F_GETFL) & O_NONBLOCK) != 0);
	show("bad flag", pipe2(ends, O_CREAT));
	show("bad pointer", pipe(bad));
	show("no leak", dup(0));
	return 0;
}
