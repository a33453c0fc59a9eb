// The child reads until the end of the pipe. It never comes. Why?
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int ends[2];
	pipe(ends);

	if (fork() == 0) {
		char letter;
		int count = 0;
		while (read(ends[0], &letter, 1) == 1)
			count++;
		printf("%d letters\n", count);
		return 0;
	}

	close(ends[0]);
	write(ends[1], "abc", 3);
	close(ends[1]);
	wait(NULL);
	printf("done\n");
	return 0;
}
