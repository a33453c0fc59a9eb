/* P-36, P-41: two waiting writes of at most PIPE_BUF each stay in one piece, first come first served. */
#include "row.h"

static char block[65536];

int main(void)
{
	int ends[2];
	pipe(ends);
	write(ends[1], block, sizeof block);
	for (int i = 0; i < 2; i++) {
		if (fork() == 0) {
			memset(block, 'A' + i, 4096);
			show("write", write(ends[1], block, 4096));
			_exit(0);
		}
		settle();
	}
	for (int taken = 0; taken < 65536;)
		taken += (int)read(ends[0], block, 4096);
	settle();
	close(ends[1]);
	for (int i = 0; i < 2; i++) {
		ssize_t n = read(ends[0], block, 4096);
		int same = 1;
		for (ssize_t k = 1; k < n; k++)
			same &= block[k] == block[0];
		printf("%zd of %c, in one piece %d\n", n, block[0], same);
	}
	while (wait(NULL) > 0)
		;
	return 0;
}
