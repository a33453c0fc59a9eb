/* A pipeline of three processes: numbers, squares, sum. */
#include "row.h"

int main(void)
{
	int a[2], b[2];
	pipe(a);
	pipe(b);
	if (fork() == 0) {
		close(a[0]);
		close(b[0]);
		close(b[1]);
		FILE *out = fdopen(a[1], "w");
		for (int i = 1; i <= 200; i++)
			fprintf(out, "%d\n", i);
		fclose(out);
		exit(0);
	}
	if (fork() == 0) {
		close(a[1]);
		close(b[0]);
		FILE *in = fdopen(a[0], "r"), *out = fdopen(b[1], "w");
		int n;
		while (fscanf(in, "%d", &n) == 1)
			fprintf(out, "%ld\n", (long)n * n);
		fclose(in);
		fclose(out);
		exit(0);
	}
	close(a[0]);
	close(a[1]);
	close(b[1]);
	char line[32];
	long sum = 0;
	FILE *in = fdopen(b[0], "r");
	while (fgets(line, sizeof line, in))
		sum += atol(line);
	printf("sum %ld\n", sum);
	while (wait(NULL) > 0)
		;
	return sum == 2686700 ? 0 : 1;
}
