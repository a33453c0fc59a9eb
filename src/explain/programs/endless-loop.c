/* endless-loop: the loop waits for a variable that only the child changes, and the child has its own copy. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	volatile int done = 0;

	if (fork() == 0) { //@ name child
		done = 1;
		_exit(0);
	}
	while (!done)
		;
	puts("done");
	return 0;
}
