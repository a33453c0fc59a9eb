/* PR-01: fork gives the child 0 and the parent the child's pid. */
#include "row.h"

int main(void)
{
	pid_t parent = getpid();
	pid_t child = fork();
	if (child == 0) {
		printf("child: new pid %d, parent known %d\n", getpid() != parent, getppid() == parent);
		fflush(stdout);
		_exit(0);
	}
	int status;
	pid_t ended = wait(&status);
	printf("parent: same pid %d, waited for the child %d\n", getpid() == parent, ended == child);
	return 0;
}
