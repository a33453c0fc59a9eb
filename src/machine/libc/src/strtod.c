// Real numbers from text.
#include <bits/machine.h>
#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static int has_digit_not_zero(const char *text, const char *end)
{
	for (; text < end && *text != 'e' && *text != 'E' && *text != 'p' && *text != 'P'; text++)
		if (isxdigit((unsigned char)*text) && *text != '0')
			return 1;
	return 0;
}

/*
 * Whether a hexadecimal number, from its x to its end, is below all normal ones and loses bits there. So near to the least normal
 * one that 53 bits round to it, it is not below.
 */
static int loses_bits(const char *text, const char *end)
{
	const char *exponent = text;
	while (exponent < end && *exponent != 'p' && *exponent != 'P')
		exponent++;
	const char *point = memchr(text, '.', exponent - text);
	long place = exponent < end ? strtol(exponent + 1, NULL, 10) : 0;
	place += 4 * ((point ? point : exponent) - text - 1);
	long highest = LONG_MAX, lowest = LONG_MAX, ones = 0;
	while (++text < exponent) {
		if (*text == '.')
			continue;
		int digit = isdigit((unsigned char)*text) ? *text - '0' : tolower((unsigned char)*text) - 'a' + 10;
		for (int mask = 8; mask > 0; mask /= 2) {
			place--;
			if (!(digit & mask))
				continue;
			if (highest == LONG_MAX)
				highest = place;
			ones += place == highest - ones;
			lowest = place;
		}
	}
	return highest < -1022 && lowest < -1074 && !(highest == -1023 && ones > 53);
}

static int is_below(const char *digits, const char *after, double size)
{
	if (*digits == '0' && (digits[1] == 'x' || digits[1] == 'X'))
		return loses_bits(digits + 1, after);
	return size < DBL_MIN && has_digit_not_zero(digits, after);
}

double strtod(const char *text, char **end)
{
	char *after;
	const char *start = text;
	while (isspace((unsigned char)*start))
		start++;
	double value = __builtin_parse_double(start, &after);
	if (after == start)
		after = (char *)text;
	if (end)
		*end = after;
	const char *digits = *start == '-' || *start == '+' ? start + 1 : start;
	int named = isalpha((unsigned char)*digits);
	int infinite = value - value != 0;
	if (after > start && !named && (infinite || is_below(digits, after, value < 0 ? -value : value)))
		errno = ERANGE;
	return value;
}

long double strtold(const char *text, char **end)
{
	return strtod(text, end);
}

double atof(const char *text)
{
	return strtod(text, NULL);
}
