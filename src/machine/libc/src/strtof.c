// strtof: the float nearest to a text. What lies between two floats by the measure of doubles is looked at digit by digit.
#include <bits/machine.h>
#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <stdlib.h>
#include <string.h>

static int digit_at(const char **text)
{
	if (**text == '.')
		++*text;
	return isdigit((unsigned char)**text) ? *(*text)++ : '0';
}

// Below 0, 0 or above 0: how the number of a decimal text, without a sign, stands to a double.
static int compare(const char *text, double value)
{
	char exact[1200];
	__builtin_format_double(exact, sizeof exact, value, 'e', 1100, 0);
	while (*text == '0')
		text++;
	long power = strspn(text, "0123456789") - 1;
	if (*text == '.')
		for (text++; *text == '0'; text++)
			power--;
	const char *exponent = text + strspn(text, "0123456789.");
	if (*exponent == 'e' || *exponent == 'E')
		power += strtol(exponent + 1, NULL, 10);
	long exact_power = strtol(strchr(exact, 'e') + 1, NULL, 10);
	if (power != exact_power)
		return power < exact_power ? -1 : 1;
	const char *right = exact;
	while (text < exponent || isdigit((unsigned char)*right)) {
		int difference = digit_at(&text) - digit_at(&right);
		if (difference != 0)
			return difference;
		if (*right == '.')
			right++;
	}
	return 0;
}

float strtof(const char *text, char **end)
{
	double value = strtod(text, end);
	long bits;
	memcpy(&bits, &value, sizeof bits);
	const char *digits = text;
	while (isspace((unsigned char)*digits))
		digits++;
	if (*digits == '-' || *digits == '+')
		digits++;
	int is_decimal = (isdigit((unsigned char)*digits) || *digits == '.') && tolower((unsigned char)digits[1]) != 'x';
	double size = value < 0 ? -value : value;
	int finite = size <= DBL_MAX;
	// Half way between two floats: the digits decide.
	if (finite && is_decimal && (bits & 0x1fffffff) == 0x10000000) {
		int side = compare(digits, size);
		bits += side < 0 ? -1 : side > 0;
		memcpy(&value, &bits, sizeof bits);
	}
	float nearest = value;
	float nearest_size = nearest < 0 ? -nearest : nearest;
	// What 24 bits round to the least normal float is not below it.
	if (finite && (nearest_size > FLT_MAX || (size < FLT_MIN - 0x1p-151 && nearest != value)))
		errno = ERANGE;
	return nearest;
}
