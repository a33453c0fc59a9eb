// Integers from text. The value is clamped to the type and errno says so.
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>

static int digit_value(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'Z')
		return c - 'A' + 10;
	return 99;
}

static int base_of(const char **text, int base)
{
	const char *s = *text;
	int prefixed = s[0] == '0' && (s[1] == 'x' || s[1] == 'X') && digit_value(s[2]) < 16;
	if (prefixed && (base == 0 || base == 16)) {
		*text += 2;
		return 16;
	}
	if (base == 0)
		return *s == '0' ? 8 : 10;
	return base;
}

// The magnitude, at most ULONG_MAX; `over` is set when it was more, `negative` by a minus.
static unsigned long read_magnitude(const char *text, char **end, int base, int *negative, int *over)
{
	const char *s = text;
	*negative = *over = 0;
	if (base < 0 || base == 1 || base > 36) {
		errno = EINVAL;
		return 0;
	}
	if (end)
		*end = (char *)text;
	while (isspace((unsigned char)*s))
		s++;
	if (*s == '-' || *s == '+')
		*negative = *s++ == '-';
	base = base_of(&s, base);
	const char *first = s;
	unsigned int small = 0;
	int digit;
	while (small < UINT_MAX / 36 - 1 && (digit = digit_value(*s)) < base) {
		small = small * base + digit;
		s++;
	}
	unsigned long value = small;
	for (; (digit = digit_value(*s)) < base; s++) {
		if (value > (ULONG_MAX - digit) / base)
			*over = 1;
		value = value * base + digit;
	}
	if (end && s > first)
		*end = (char *)s;
	return *over ? ULONG_MAX : value;
}

long strtol(const char *text, char **end, int base)
{
	int negative, over;
	unsigned long value = read_magnitude(text, end, base, &negative, &over);
	if (value > (unsigned long)LONG_MAX + negative) {
		errno = ERANGE;
		return negative ? LONG_MIN : LONG_MAX;
	}
	return negative ? -value : value;
}

unsigned long strtoul(const char *text, char **end, int base)
{
	int negative, over;
	unsigned long value = read_magnitude(text, end, base, &negative, &over);
	if (over) {
		errno = ERANGE;
		return ULONG_MAX;
	}
	return negative ? -value : value;
}

long long strtoll(const char *text, char **end, int base)
{
	return strtol(text, end, base);
}

unsigned long long strtoull(const char *text, char **end, int base)
{
	return strtoul(text, end, base);
}

intmax_t strtoimax(const char *text, char **end, int base)
{
	return strtol(text, end, base);
}

uintmax_t strtoumax(const char *text, char **end, int base)
{
	return strtoul(text, end, base);
}
