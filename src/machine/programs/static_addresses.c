#include <stdio.h>

// Addresses known before the program runs: their differences, and what is left of them in other types.
struct record {
	char tag;
	long value;
	char text[7];
};

static struct record one;
static int table[8];
static const long offset = (char *)&one.value - (char *)&one;
static const unsigned char end = (char *)(&one + 1) - (char *)&one;
static int distance = &table[6] - &table[2];
static short back = &table[1] - &table[5];
static unsigned long size = (unsigned long)&one.text - (unsigned long)&one;
static int letters = &"letters"[3] - "letters";
static int *middle = table + (&table[6] - &table[2]);
static char *behind = (char *)&table + 2 * sizeof(int) - 4;

int main(void)
{
	printf("%ld %d %d %d %lu %d\n", offset, end, distance, back, size, letters);
	printf("%d %d\n", (int)(middle - table), (int)(behind - (char *)table));
	return 0;
}
