/* signal-thrown-away: SIGCHLD came before its handler was there, and by default it is ignored. */
#include <signal.h>
#include <unistd.h>

static void note(int signal)
{
	(void)signal;
}

int main(void)
{
	if (fork() == 0) //@ name child
		_exit(0);
	usleep(20000);
	signal(SIGCHLD, note);
	pause();
	return 0;
}
