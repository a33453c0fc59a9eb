/* call-refused: the child closes the write end before dup2 copies it, and prints where it always did. */
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
		close(p[1]);
		dup2(p[1], STDOUT_FILENO);
		printf("one two three\n");
		exit(0);
	}
	close(p[1]);
	read(p[0], line, sizeof line - 1);
	wait(NULL);
	printf("got [%s]\n", line);
	return 0;
}
