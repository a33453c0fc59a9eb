/* P-12, P-13, P-14, P-29, SG-34: writing without readers. */
#include "row.h"

static volatile sig_atomic_t count;

static void handler(int signal)
{
	(void)signal;
	count++;
}

int main(void)
{
	int ends[2], status;
	sigset_t set;
	pipe(ends);
	write(ends[1], "unread", 6);
	close(ends[0]);
	if (fork() == 0) {
		write(ends[1], "x", 1);
		_exit(0);
	}
	wait(&status);
	show_status("default", status);
	show("zero bytes", write(ends[1], "x", 0));
	signal(SIGPIPE, SIG_IGN);
	show("ignored", write(ends[1], "x", 1));
	signal(SIGPIPE, handler);
	show("handled", write(ends[1], "x", 1));
	printf("handler ran %d\n", (int)count);
	sigemptyset(&set);
	sigaddset(&set, SIGPIPE);
	sigprocmask(SIG_BLOCK, &set, NULL);
	show("blocked", write(ends[1], "x", 1));
	sigpending(&set);
	printf("pending %d, ran %d\n", sigismember(&set, SIGPIPE), (int)count);
	return 0;
}
