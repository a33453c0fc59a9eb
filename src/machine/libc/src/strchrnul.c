// strchrnul: strchr that finds the end when it finds nothing else.
#define _GNU_SOURCE
#include <string.h>

char *strchrnul(const char *s, int c)
{
	while (*s && *s != (char)c)
		s++;
	return (char *)s;
}
