#include <stdio.h>

// Variable length arrays.
static int total(int rows, int columns, int m[rows][columns])
{
	int sum = 0;
	for (int i = 0; i < rows; i++)
		for (int j = 0; j < columns; j++)
			sum += m[i][j];
	return sum;
}
static void fill(int n, int a[n]) { for (int i = 0; i < n; i++) a[i] = i * n; }
int main(void)
{
	for (int n = 2; n < 5; n++) {
		int a[n], m[n][n + 1];
		fill(n, a);
		for (int i = 0; i < n; i++)
			for (int j = 0; j <= n; j++)
				m[i][j] = a[i] + j;
		printf("%zu %zu %zu %d %d\n", sizeof a, sizeof m, sizeof m[0], total(n, n + 1, m), m[n - 1][n]);
		int (*row)[n + 1] = &m[1];
		printf("%d %ld\n", (*row)[2], (long)(&row[1] - row));
	}
	for (int i = 0; i < 20000; i++) {
		char big[i % 5 * 1000 + 1];
		big[0] = (char)i;
		if (i == 19999)
			printf("%d %zu\n", big[0], sizeof big);
	}
	int n = 3;
	typedef int triple[n];
	n = 10;
	triple t;
	t[0] = 0;
	printf("%zu\n", sizeof t / sizeof *t);
	return 0;
}
