#include <stdio.h>

// A switch whose cases stand inside a loop.
static int copy(char *to, const char *from, int count)
{
	int n = (count + 3) / 4, rounds = 0;
	switch (count % 4) {
	case 0: do { *to++ = *from++;
	case 3:      *to++ = *from++;
	case 2:      *to++ = *from++;
	case 1:      *to++ = *from++;
		rounds++;
		} while (--n > 0);
	}
	return rounds;
}
int main(void)
{
	char out[20] = { 0 };
	printf("%d %s\n", copy(out, "hello, world", 11), out);
	return 0;
}
