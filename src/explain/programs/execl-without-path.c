/* call-refused: execl looks for no command in PATH; it fails, and the child goes on as a second parent. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	if (fork() == 0) //@ name child
		execl("true", "true", (char *)NULL);
	wait(NULL);
	printf("done\n");
	return 0;
}
