#include <stdio.h>

// Loops with odd heads and bodies.
int main(void)
{
	int i, j;
	for (i = 0; i < 3; printf("%d", i++))
		;
	for (int k = 5, *p = &k; *p; --*p)
		printf(" %d", k);
	printf("\n");
	i = 0;
	while (i++ < 3)
		if (i == 2)
			continue;
		else
			printf("%d", i);
	do {
		if (i > 6)
			break;
		i++;
	} while (1);
	printf(" %d\n", i);
	for (i = 0, j = 0; i < 100 && j < 10; i += 7, j++)
		if (i % 2)
			continue;
	printf("%d %d\n", i, j);
	int n = 0;
	for (;;)
		if (++n > 5)
			break;
	printf("%d\n", n);
	for (char c = 'a'; c <= 'e'; c += 2)
		putchar(c);
	for (unsigned char b = 250; b != 2; b++)
		n++;
	printf(" %d\n", n);
	return 0;
}
