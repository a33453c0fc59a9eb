/* input-not-taken: numbers are added up until the end of the file, and one of them is a word. */
#include <stdio.h>

int main(void)
{
	FILE *prices = fopen("prices", "w+");
	int price = 0, sum = 0;

	fputs("12\n30\nsold\n7\n", prices);
	rewind(prices);
	while (!feof(prices)) {
		fscanf(prices, "%d", &price);
		sum += price;
	}
	printf("%d\n", sum);
	return 0;
}
