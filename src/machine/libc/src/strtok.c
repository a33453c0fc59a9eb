// strtok and strtok_r: words between delimiters.
#include <string.h>

char *strtok_r(char *s, const char *delimiters, char **save)
{
	if (s == NULL)
		s = *save;
	s += strspn(s, delimiters);
	if (*s == 0) {
		*save = s;
		return NULL;
	}
	char *end = s + strcspn(s, delimiters);
	if (*end)
		*end++ = 0;
	*save = end;
	return s;
}

char *strtok(char *s, const char *delimiters)
{
	static char *save;
	return strtok_r(s, delimiters, &save);
}
