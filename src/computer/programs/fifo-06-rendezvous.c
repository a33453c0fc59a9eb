/* F-06..09, 25: the two ends wait for each other in open. */
#include "row.h"

static pid_t opener(const char *what, int flags)
{
	pid_t pid = fork();
	if (pid != 0)
		return pid;
	int fd = open("f", flags);
	char byte;
	long first = flags == O_RDONLY ? read(fd, &byte, 1) : 0;
	printf("%s: %d, first read: %ld\n", what, fd, first);
	fflush(stdout);
	_exit(0);
}

int main(void)
{
	show("mkfifo", mkfifo("f", 0600));
	pid_t child = opener("reader opened", O_RDONLY);
	settle();
	puts("reader waits");
	fflush(stdout);
	int w = open("f", O_WRONLY);
	write(w, "x", 1);
	waitpid(child, NULL, 0);
	show("writer opened", w);
	close(w);

	child = opener("writer opened", O_WRONLY);
	settle();
	puts("writer waits");
	fflush(stdout);
	int r = open("f", O_RDONLY | O_NONBLOCK);
	waitpid(child, NULL, 0);
	show("reader opened", r);
	close(r);

	child = opener("reader opened", O_RDONLY);
	settle();
	puts("a waiting reader counts");
	fflush(stdout);
	w = open("f", O_WRONLY | O_NONBLOCK);
	close(w);
	waitpid(child, NULL, 0);
	printf("writer was %d\n", w);

	for (int i = 0; i < 3; i++)
		child = opener("one of three", O_RDONLY);
	settle();
	w = open("f", O_WRONLY);
	close(w);
	while (wait(NULL) > 0)
		;
	return 0;
}
