// getline: a line of any length, with its newline.
#include <stdio.h>

ssize_t getline(char **line, size_t *size, FILE *stream)
{
	return getdelim(line, size, '\n', stream);
}
