/* P-30, P-31, P-32: signals while a read or a write waits. */
#include "row.h"

static char block[100000];
static volatile sig_atomic_t count;

static void handler(int signal)
{
	(void)signal;
	count++;
}

static void install(int flags)
{
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	action.sa_flags = flags;
	sigaction(SIGUSR1, &action, NULL);
}

static void run(const char *what, int flags, int writes, size_t size)
{
	int ends[2];
	pipe(ends);
	pid_t child = fork();
	if (child == 0) {
		install(flags);
		if (writes == 2)
			write(ends[1], block, 65536);
		show(what, writes ? write(ends[1], block, size) : read(ends[0], block, size));
		printf("handler ran %d\n", (int)count);
		exit(0);
	}
	settle();
	kill(child, SIGUSR1);
	settle();
	if (!writes)
		write(ends[1], "x", 1);
	wait(NULL);
	close(ends[0]);
	close(ends[1]);
}

int main(void)
{
	run("read", 0, 0, 10);
	run("read, SA_RESTART", SA_RESTART, 0, 10);
	run("write of 1 into a full pipe", 0, 2, 1);
	run("write of 100000", SA_RESTART, 1, sizeof block);
	return 0;
}
