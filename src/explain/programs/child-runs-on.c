/* wrong-descriptor: nothing ends the child where its part ends, and it reads from the end that it has closed. */
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
		write(p[1], "hello", 5);
	}
	close(p[1]);
	read(p[0], line, sizeof line - 1);
	wait(NULL);
	printf("got [%s]\n", line);
	return 0;
}
