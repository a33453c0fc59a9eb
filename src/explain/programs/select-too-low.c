/* never-ready: the first argument of select is the descriptor itself, and not one more. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int p[2];
	fd_set set;

	pipe(p);
	if (fork() == 0) { //@ name child
		write(p[1], "x", 1);
		exit(0);
	}
	FD_ZERO(&set);
	FD_SET(p[0], &set);
	select(p[0], &set, NULL, NULL, NULL);
	printf("ready\n");
	wait(NULL);
	return 0;
}
