/* P-27, P-28: the last reader goes while a writer waits. */
#include "row.h"

static char block[100000];
static volatile sig_atomic_t count;

static void handler(int signal)
{
	(void)signal;
	count++;
}

static void writer(int fd)
{
	signal(SIGPIPE, handler);
	show("large", write(fd, block, sizeof block));
	printf("signals %d\n", (int)count);
	show("next", write(fd, block, 1));
	printf("signals %d\n", (int)count);
	exit(0);
}

int main(void)
{
	int ends[2];
	pipe(ends);
	if (fork() == 0) {
		close(ends[0]);
		writer(ends[1]);
	}
	settle();
	close(ends[0]);
	wait(NULL);
	pipe(ends);
	if (fork() == 0) {
		close(ends[0]);
		signal(SIGPIPE, SIG_IGN);
		write(ends[1], block, 65536);
		show("nothing written", write(ends[1], block, 10));
		_exit(0);
	}
	settle();
	close(ends[0]);
	wait(NULL);
	return 0;
}
