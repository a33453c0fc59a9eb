/* F-06 to F-09, F-19, F-25: the two ends wait for each other in open. */
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
	row("F-06 a reader sleeps in open until a writer comes");
	pid_t child = opener("reader opened", O_RDONLY);
	settle();
	puts("reader waits");
	fflush(stdout);
	int w = open("f", O_WRONLY);
	write(w, "x", 1);
	waitpid(child, NULL, 0);
	show("writer opened", w);
	close(w);

	row("F-07 a writer sleeps in open until a reader comes");
	child = opener("writer opened", O_WRONLY);
	settle();
	puts("writer waits");
	fflush(stdout);
	int r = open("f", O_RDONLY | O_NONBLOCK);
	waitpid(child, NULL, 0);
	show("reader opened", r);
	close(r);

	row("F-08, F-09 who sleeps in open counts already; a writer that came and went has been there");
	child = opener("reader opened", O_RDONLY);
	settle();
	puts("a waiting reader counts");
	fflush(stdout);
	w = open("f", O_WRONLY | O_NONBLOCK);
	close(w);
	waitpid(child, NULL, 0);
	printf("writer was %d\n", w);
	fflush(stdout);

	row("F-25 one writer, three readers asleep in open");
	for (int i = 0; i < 3; i++)
		child = opener("one of three", O_RDONLY);
	settle();
	w = open("f", O_WRONLY);
	close(w);
	while (wait(NULL) > 0)
		;

	row("F-19 two FIFOs opened in opposite order");
	mkfifo("g", 0600);
	pid_t other = fork();
	if (other == 0)
		_exit(open("g", O_WRONLY) + open("f", O_RDONLY));
	child = fork();
	if (child == 0)
		_exit(open("f", O_WRONLY) + open("g", O_RDONLY));
	settle();
	show("one has not come back", waitpid(child, NULL, WNOHANG));
	show("nor the other", waitpid(other, NULL, WNOHANG));
	kill(child, SIGKILL);
	kill(other, SIGKILL);
	return 0;
}
