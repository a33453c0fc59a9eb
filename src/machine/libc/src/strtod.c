// Real numbers from text.
#include <bits/machine.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>

static int has_digit_not_zero(const char *text, const char *end)
{
	for (; text < end && *text != 'e' && *text != 'E' && *text != 'p' && *text != 'P'; text++)
		if (isxdigit((unsigned char)*text) && *text != '0')
			return 1;
	return 0;
}

// Whether a double holds every digit of a small number: of a hexadecimal one it may, down to 2 to the power of -1074.
static int is_exact(const char *digits)
{
	long count = 0, before_point = -1, lowest = 0; // `lowest`: the last bit that is set, counted from before the first digit
	if (digits[0] != '0' || tolower((unsigned char)digits[1]) != 'x')
		return 0;
	for (digits += 2; isxdigit((unsigned char)*digits) || *digits == '.'; digits++) {
		if (*digits == '.') {
			before_point = count;
			continue;
		}
		int digit = isdigit((unsigned char)*digits) ? *digits - '0' : tolower((unsigned char)*digits) - 'a' + 10;
		count++;
		if (digit != 0)
			lowest = __builtin_ctz(digit) - 4 * count;
	}
	long exponent = tolower((unsigned char)*digits) == 'p' ? strtol(digits + 1, NULL, 10) : 0;
	return lowest + 4 * (before_point == -1 ? count : before_point) + exponent >= -1074;
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
	int tiny = value < 2.2250738585072014e-308 && value > -2.2250738585072014e-308;
	if (after > start && !named && (infinite || (tiny && has_digit_not_zero(digits, after) && !is_exact(digits))))
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
