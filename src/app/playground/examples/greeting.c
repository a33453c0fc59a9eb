// A parent sends its child a line through a pipe, and waits for it to end.
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int ends[2];
	pipe(ends);

	if (fork() == 0) {
		char line[32];
		close(ends[1]);
		ssize_t n = read(ends[0], line, sizeof line);
		printf("the child read %zd bytes: %.*s\n", n, (int)n, line);
		return 0;
	}

	close(ends[0]);
	const char *hello = "hello";
	write(ends[1], hello, strlen(hello));
	close(ends[1]);
	wait(NULL);
	printf("the child has ended\n");
	return 0;
}
