#include <stdio.h>

// goto gives back the room of a variable length array whose scope it leaves, forward or back.
int main(void)
{
	for (int i = 0; i < 20000; i++) {
		int x[i % 1000 + 500];
		x[i % 1000] = i;
		if (x[i % 1000] & 1)
			goto next;
		x[0] = 2;
	next:;
	}
	int k = 0;
again: {
	int y[k % 100 + 500];
	y[0] = k;
	if (++k < 20000)
		goto again;
	printf("%d\n", y[0]);
}
	int m = 0;
	int fixed[10];
	fixed[3] = 7;
	{
		int b[m + 5];
		b[4] = 1;
	back:;
		int c[m % 10 + 1000];
		c[999] = m;
		if (++m < 20000)
			goto back;
		printf("%d %d %d\n", b[4], c[999], fixed[3]);
	}
	for (int i = 0; i < 20000; i++) {
		{
			int d[i % 10 + 1000];
			d[999] = i;
			if (d[999] == i)
				goto out;
		}
	out:;
	}
	printf("%d\n", fixed[3]);
	return 0;
}
