// Rarer functions on blocks of bytes.
#define _GNU_SOURCE
#include <string.h>

void *memrchr(const void *s, int c, size_t n)
{
	const unsigned char *bytes = s;
	while (n-- > 0)
		if (bytes[n] == (unsigned char)c)
			return (void *)(bytes + n);
	return NULL;
}

void *rawmemchr(const void *s, int c)
{
	const unsigned char *bytes = s;
	while (*bytes != (unsigned char)c)
		bytes++;
	return (void *)bytes;
}

void *mempcpy(void *to, const void *from, size_t n)
{
	return (char *)memcpy(to, from, n) + n;
}

void *memccpy(void *to, const void *from, int c, size_t n)
{
	char *target = to;
	const char *source = from;
	for (size_t i = 0; i < n; i++)
		if ((target[i] = source[i]) == (char)c)
			return target + i + 1;
	return NULL;
}

void *memmem(const void *haystack, size_t length, const void *needle, size_t needle_length)
{
	const char *place = haystack;
	for (; length >= needle_length; place++, length--)
		if (memcmp(place, needle, needle_length) == 0)
			return (void *)place;
	return NULL;
}
