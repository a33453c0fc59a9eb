#include <stdio.h>

// Primes below 10000.
#define N 10000
static char composite[N];
int main(void)
{
	int count = 0, last = 0;
	for (int i = 2; i < N; i++) {
		if (composite[i])
			continue;
		count++;
		last = i;
		for (int j = i * 2; j < N; j += i)
			composite[j] = 1;
	}
	printf("%d %d\n", count, last);
	return 0;
}
