// strsep: like strtok, but empty words count.
#include <string.h>

char *strsep(char **text, const char *delimiters)
{
	char *start = *text;
	if (start == NULL)
		return NULL;
	char *end = start + strcspn(start, delimiters);
	*text = *end ? end + 1 : NULL;
	*end = 0;
	return start;
}
