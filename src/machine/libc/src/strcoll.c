// Order of strings in the C locale: that of their bytes.
#include <string.h>

int strcoll(const char *a, const char *b)
{
	return strcmp(a, b);
}

size_t strxfrm(char *to, const char *from, size_t n)
{
	size_t length = strlen(from);
	if (n > 0)
		strncpy(to, from, n);
	return length;
}
