/* killed-by-fault: a null pointer in the child; the parent does not ask how it ended. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int *volatile nothing = NULL;

	if (fork() == 0) { //@ name worker
		*nothing = 1;
		_exit(0);
	}
	wait(NULL);
	puts("done");
	return 0;
}
