/* output-twice: what printf left in the buffer is copied by fork, and each of the two processes writes its copy. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	printf("before the fork\n");
	if (fork() == 0) //@ name child
		return 0;
	wait(NULL);
	return 0;
}
