/* zombies: a server forks a child for each request and never waits for one. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	for (int request = 0; request < 5; request++) {
		if (fork() == 0) //@ name child
			_exit(0);
		usleep(20000);
	}
	puts("served");
	return 0;
}
