/* child-never-ends: a grandparent waits for a child that waits for a child that waits for a signal nobody sends. */
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	if (fork() == 0) { //@ name middle
		if (fork() == 0) { //@ name last
			pause();
			_exit(0);
		}
		wait(NULL);
		_exit(0);
	}
	wait(NULL);
	return 0;
}
