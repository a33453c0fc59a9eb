/* zombies: the child has ended, and its parent sleeps on without ever asking for its status. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	if (fork() == 0) //@ name child
		_exit(3);
	sleep(1);
	puts("done");
	return 0;
}
