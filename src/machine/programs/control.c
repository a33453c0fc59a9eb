#include <stdio.h>

// Every statement.
static int classify(int n)
{
	switch (n) {
	case 0:
		return 0;
	case 1:
	case 2:
		n += 10;
	case 20:
		n++;
		break;
	case -1:
		return -1;
	case 'a' ... 'f':
		return 100 + n - 'a';
	default:
		n = 50;
	}
	return n;
}
static int find(const int *v, int n, int x)
{
	int i = 0;
next:
	if (i >= n)
		goto none;
	if (v[i] == x)
		return i;
	i++;
	goto next;
none:
	return -1;
}
int main(void)
{
	int i, j, n = 0;
	int v[] = { 3, 1, 4, 1, 5 };
	for (i = -1; i < 4; i++)
		printf("%d ", classify(i));
	printf("%d %d %d\n", classify(20), classify('c'), classify(77));
	for (i = 0, j = 10; i < j; i++, j--)
		n += i * j;
	printf("%d %d %d\n", i, j, n);
	while (n > 0) {
		if (n % 2) {
			n--;
			continue;
		}
		n /= 2;
		if (n < 5)
			break;
	}
	printf("%d\n", n);
	do
		n += 3;
	while (n < 10);
	printf("%d %d %d\n", n, find(v, 5, 4), find(v, 5, 9));
	for (;;) {
		for (int k = 0; k < 3; k++) {
			if (k == 1)
				continue;
			printf("%d", k);
		}
		switch (n++ % 3) {
		case 0:
			continue;
		case 1:
			goto out;
		}
		printf("!");
	}
out:
	printf("\n");
	if (n)
		if (n > 100)
			printf("big\n");
		else
			printf("small\n");
	;
	{ int n = 5; { int n = 6; printf("%d", n); } printf("%d\n", n); }
	switch (n) { default: if (0) { case 500: printf("inside\n"); } }
	switch (3) { int unused; case 3: unused = 1; printf("%d\n", unused); }
	return 0;
}
