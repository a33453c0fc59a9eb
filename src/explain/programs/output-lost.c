/* output-lost: _exit ends the process without writing what printf has put into the buffer. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	if (fork() == 0) { //@ name child
		printf("from the child\n");
		_exit(0);
	}
	wait(NULL);
	return 0;
}
