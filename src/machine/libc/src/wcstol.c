// Numbers from wide text: by the functions of bytes, since all digits are ASCII.
#include <inttypes.h>
#include <stdlib.h>
#include <wchar.h>

// A letter for a letter; those beyond ASCII are no part of a number.
static char *as_bytes(char *to, const wchar_t *text)
{
	size_t length = 0;
	for (; text[length]; length++)
		to[length] = text[length] & ~127 ? '\1' : text[length];
	to[length] = 0;
	return to;
}

static void set_end(wchar_t **end, const wchar_t *text, const char *bytes, const char *stop)
{
	if (end)
		*end = (wchar_t *)text + (stop - bytes);
}

long wcstol(const wchar_t *text, wchar_t **end, int base)
{
	char bytes[wcslen(text) + 1], *stop = bytes;
	long value = strtol(as_bytes(bytes, text), &stop, base);
	set_end(end, text, bytes, stop);
	return value;
}

unsigned long wcstoul(const wchar_t *text, wchar_t **end, int base)
{
	char bytes[wcslen(text) + 1], *stop = bytes;
	unsigned long value = strtoul(as_bytes(bytes, text), &stop, base);
	set_end(end, text, bytes, stop);
	return value;
}

long long wcstoll(const wchar_t *text, wchar_t **end, int base)
{
	return wcstol(text, end, base);
}

unsigned long long wcstoull(const wchar_t *text, wchar_t **end, int base)
{
	return wcstoul(text, end, base);
}

intmax_t wcstoimax(const wchar_t *text, wchar_t **end, int base)
{
	return wcstol(text, end, base);
}

uintmax_t wcstoumax(const wchar_t *text, wchar_t **end, int base)
{
	return wcstoul(text, end, base);
}

double wcstod(const wchar_t *text, wchar_t **end)
{
	char bytes[wcslen(text) + 1], *stop = bytes;
	double value = strtod(as_bytes(bytes, text), &stop);
	set_end(end, text, bytes, stop);
	return value;
}

float wcstof(const wchar_t *text, wchar_t **end)
{
	char bytes[wcslen(text) + 1], *stop = bytes;
	float value = strtof(as_bytes(bytes, text), &stop);
	set_end(end, text, bytes, stop);
	return value;
}

long double wcstold(const wchar_t *text, wchar_t **end)
{
	return wcstod(text, end);
}
