// Comparison without case.
#define _GNU_SOURCE
#include <ctype.h>
#include <limits.h>
#include <string.h>

int strncasecmp(const char *a, const char *b, size_t n)
{
	for (; n > 0; n--, a++, b++) {
		int difference = tolower((unsigned char)*a) - tolower((unsigned char)*b);
		if (difference || *a == 0)
			return difference;
	}
	return 0;
}

int strcasecmp(const char *a, const char *b)
{
	return strncasecmp(a, b, ULONG_MAX);
}

char *strcasestr(const char *haystack, const char *needle)
{
	size_t length = strlen(needle);
	for (;; haystack++) {
		if (strncasecmp(haystack, needle, length) == 0)
			return (char *)haystack;
		if (*haystack == 0)
			return NULL;
	}
}
