// ffs: the lowest bit that is set, counted from 1.
#include <strings.h>

int ffsl(long value)
{
	for (int bit = 0; bit < 64; bit++)
		if (value >> bit & 1)
			return bit + 1;
	return 0;
}

int ffsll(long long value)
{
	return ffsl(value);
}

int ffs(int value)
{
	return ffsl(value);
}
