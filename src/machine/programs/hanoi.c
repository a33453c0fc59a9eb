#include <stdio.h>

// Towers of Hanoi, and the eight queens.
static int moves;
static void hanoi(int n, char from, char to, char by)
{
	if (n == 0)
		return;
	hanoi(n - 1, from, by, to);
	if (++moves <= 3)
		printf("%d: %c -> %c\n", n, from, to);
	hanoi(n - 1, by, to, from);
}
static int queens(int row, unsigned columns, unsigned left, unsigned right)
{
	if (row == 8)
		return 1;
	int found = 0;
	for (int c = 0; c < 8; c++) {
		unsigned bit = 1u << c;
		if ((columns | left | right) & bit)
			continue;
		found += queens(row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
	}
	return found;
}
int main(void)
{
	hanoi(8, 'a', 'c', 'b');
	printf("%d %d\n", moves, queens(0, 0, 0, 0));
	return 0;
}
