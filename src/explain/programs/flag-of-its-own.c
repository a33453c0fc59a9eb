/* endless-loop: the parent waits for a flag that the child sets in its own memory. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

volatile int ready = 0;

int main(void)
{
	if (fork() == 0) {
		printf("child is ready\n");
		ready = 1;
		return 0;
	}
	while (!ready)
		usleep(10);
	printf("parent goes on\n");
	wait(NULL);
	return 0;
}
