/* no-such-child: SIGCHLD is ignored, so no status is kept, and the loop waits for a pid that wait will never return. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	signal(SIGCHLD, SIG_IGN);
	pid_t pid = fork(); //@ name child
	if (pid == 0)
		_exit(0);
	while (waitpid(pid, NULL, 0) != pid)
		;
	return 0;
}
