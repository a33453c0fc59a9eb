#include <stdio.h>

// Arrays of several dimensions.
#define N 4
static double identity[N][N], work[N][N];
static void multiply(double to[N][N], double (*a)[N], double b[][N])
{
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			double sum = 0;
			for (int k = 0; k < N; k++)
				sum += a[i][k] * b[k][j];
			to[i][j] = sum;
		}
}
int main(void)
{
	double a[N][N], b[N][N];
	char cube[2][3][4] = { { "abc", "def" }, { [2] = "xyz" } };
	for (int i = 0; i < N; i++) {
		identity[i][i] = 1;
		for (int j = 0; j < N; j++)
			a[i][j] = i * N + j;
	}
	multiply(work, a, identity);
	multiply(b, work, a);
	for (int i = 0; i < N; i++, printf("\n"))
		for (int j = 0; j < N; j++)
			printf("%6.1f", b[i][j]);
	printf("%s %s %s %zu %zu\n", cube[0][1], cube[1][2], cube[1][0], sizeof cube, sizeof cube[0][0]);
	int (*p)[2][3] = &(int[2][3]){ { 1, 2, 3 }, { 4, 5, 6 } };
	printf("%d %d\n", (*p)[1][2], *(*p)[1]);
	return 0;
}
