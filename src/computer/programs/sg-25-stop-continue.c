/* SG-25, SG-26, SG-27: stop and continue. */
#include "row.h"

int main(void)
{
	int ends[2];
	sigset_t set, pending;
	pipe(ends);
	pid_t child = fork();
	if (child == 0) {
		char byte;
		signal(SIGCONT, SIG_IGN);
		show("read", read(ends[0], &byte, 1));
		_exit(0);
	}
	settle();
	kill(child, SIGSTOP);
	settle();
	kill(child, SIGCONT);
	settle();
	write(ends[1], "x", 1);
	wait(NULL);
	sigemptyset(&set);
	sigaddset(&set, SIGTSTP);
	sigaddset(&set, SIGCONT);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(SIGTSTP);
	sigpending(&pending);
	printf("TSTP %d CONT %d\n", sigismember(&pending, SIGTSTP), sigismember(&pending, SIGCONT));
	raise(SIGCONT);
	sigpending(&pending);
	printf("TSTP %d CONT %d\n", sigismember(&pending, SIGTSTP), sigismember(&pending, SIGCONT));
	raise(SIGTSTP);
	sigpending(&pending);
	printf("TSTP %d CONT %d\n", sigismember(&pending, SIGTSTP), sigismember(&pending, SIGCONT));
	return 0;
}
