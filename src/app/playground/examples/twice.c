// One printf, two lines in the output: standard output is a file here, so stdio keeps the text until the process ends.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	printf("hello\n");
	if (fork() > 0)
		wait(NULL);
	return 0;
}
