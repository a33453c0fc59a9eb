/* output-in-buffer: a calculator answers with printf into a pipe. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>

int main(void)
{
	int in[2], out[2];
	pipe(in);
	pipe(out);
	if (fork() == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[0]); close(in[1]);
		close(out[0]); close(out[1]);
		int a, b;
		while (scanf("%d %d", &a, &b) == 2)
			printf("%d\n", a + b);
		return 0;
	}
	close(in[0]);
	close(out[1]);
	FILE *w = fdopen(in[1], "w");
	FILE *r = fdopen(out[0], "r");
	for (int i = 0; i < 3; i++) {
		int sum;
		fprintf(w, "%d %d\n", i, i + 1);
		fflush(w);
		fscanf(r, "%d", &sum);
		printf("sum: %d\n", sum);
	}
	fclose(w);
	wait(NULL);
	return 0;
}
