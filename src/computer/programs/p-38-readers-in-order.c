/* P-38, P-39, P-40: readers are served in the order in which they came; the end wakes them all. */
#include "row.h"

int main(void)
{
	int ends[2];
	pipe(ends);
	for (int i = 0; i < 3; i++) {
		if (fork() == 0) {
			char buffer[100];
			close(ends[1]);
			ssize_t n = read(ends[0], buffer, sizeof buffer);
			printf("reader %d: %zd \"%.*s\"\n", i, n, (int)n, buffer);
			fflush(stdout);
			_exit(0);
		}
		settle();
	}
	write(ends[1], "abc", 3);
	wait(NULL);
	write(ends[1], "d", 1);
	wait(NULL);
	close(ends[1]);
	wait(NULL);
	return 0;
}
