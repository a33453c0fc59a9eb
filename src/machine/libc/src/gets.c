// gets: a line that had better fit.
#include <stdio.h>

char *gets(char *text)
{
	char *end = text;
	int c;
	while ((c = getchar()) != EOF && c != '\n')
		*end++ = c;
	if (c == EOF && end == text)
		return NULL;
	*end = 0;
	return text;
}
