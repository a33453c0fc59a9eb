/* own-write-end: seq 5 | cat | wc -l by hand; the one in the middle forgets to close what it inherited. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>

int main(void)
{
	int p1[2], p2[2];
	pipe(p1);
	pipe(p2);

	if (fork() == 0) {
		dup2(p1[1], STDOUT_FILENO);
		close(p1[0]);
		close(p1[1]);
		close(p2[0]);
		close(p2[1]);
		for (int i = 1; i <= 5; i++)
			printf("%d\n", i);
		exit(0);
	}
	if (fork() == 0) {
		char line[64];
		dup2(p1[0], STDIN_FILENO);
		dup2(p2[1], STDOUT_FILENO);
		close(p1[0]);
		close(p2[0]);
		close(p2[1]);
		while (fgets(line, sizeof line, stdin))
			fputs(line, stdout);
		exit(0);
	}
	if (fork() == 0) {
		int lines = 0;
		char line[64];
		dup2(p2[0], STDIN_FILENO);
		close(p2[0]);
		close(p2[1]);
		close(p1[0]);
		close(p1[1]);
		while (fgets(line, sizeof line, stdin))
			lines++;
		fprintf(stderr, "%d lines\n", lines);
		exit(0);
	}
	close(p1[0]);
	close(p1[1]);
	close(p2[0]);
	close(p2[1]);
	for (int i = 0; i < 3; i++)
		wait(NULL);
	return 0;
}
