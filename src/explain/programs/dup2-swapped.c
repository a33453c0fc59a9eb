/* wrong-descriptor: dup2 is given its descriptors the wrong way round, and the pipe's write end becomes a second standard output. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int p[2];
	char line[32] = "";

	pipe(p);
	if (fork() == 0) { //@ name child
		close(p[0]);
		dup2(STDOUT_FILENO, p[1]);
		printf("one two three\n");
		exit(0);
	}
	close(p[1]);
	read(p[0], line, sizeof line - 1);
	wait(NULL);
	printf("got [%s]\n", line);
	return 0;
}
