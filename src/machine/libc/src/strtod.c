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
	if (after > start && !named && (infinite || (tiny && has_digit_not_zero(digits, after))))
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
