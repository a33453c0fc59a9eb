/* FD-15: standard output goes into a pipe. */
#include "row.h"

int main(void)
{
	int ends[2];
	char buffer[64];
	pipe(ends);
	if (fork() == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		printf("through the pipe\n");
		exit(0);
	}
	close(ends[1]);
	ssize_t n = read(ends[0], buffer, sizeof buffer);
	printf("%zd bytes: %.*s", n, (int)n, buffer);
	show("end", read(ends[0], buffer, sizeof buffer));
	wait(NULL);
	return 0;
}
