// getsubopt: options within an option's argument.
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

int getsubopt(char **options, char *const *tokens, char **value)
{
	char *start = *options;
	if (*start == 0)
		return -1;
	char *end = strchrnul(start, ',');
	char *equals = memchr(start, '=', end - start);
	size_t length = (equals ? equals : end) - start;
	*options = *end ? end + 1 : end;
	*end = 0;
	for (int i = 0; tokens[i]; i++)
		if (strncmp(tokens[i], start, length) == 0 && tokens[i][length] == 0) {
			*value = equals ? equals + 1 : NULL;
			return i;
		}
	*value = start;
	return -1;
}
