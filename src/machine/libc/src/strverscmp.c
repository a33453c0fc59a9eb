// strverscmp: compares names so that a longer number comes later: jan2 before jan10.
#include <string.h>

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int strverscmp(const char *a, const char *b)
{
	size_t i = 0, start = 0;
	int only_zeros = 1;
	for (; a[i] == b[i]; i++) {
		if (a[i] == 0)
			return 0;
		if (!is_digit(a[i])) {
			start = i + 1;
			only_zeros = 1;
		} else if (a[i] != '0')
			only_zeros = 0;
	}
	unsigned char left = a[i], right = b[i];
	// A number that begins with a zero is a fraction: digit by digit, and the one with more leading zeros comes first.
	int fraction = i > start && a[start] == '0';
	if (fraction) {
		if (only_zeros && is_digit(left) != is_digit(right))
			return is_digit(left) ? -1 : 1;
		return left - right;
	}
	if (i == start && (left == '0' || right == '0') && is_digit(left) && is_digit(right))
		return left - right;
	if (is_digit(left) || is_digit(right)) {
		size_t one = i, other = i;
		if (i == start && !(is_digit(left) && is_digit(right)))
			return left - right;
		while (is_digit(a[one]) && is_digit(b[other])) {
			one++;
			other++;
		}
		if (is_digit(a[one]) != is_digit(b[other]))
			return is_digit(a[one]) ? 1 : -1;
	}
	return left - right;
}
