// getdelim: a line of any length.
#include <bits/file.h>
#include <errno.h>
#include <stdlib.h>

ssize_t getdelim(char **line, size_t *size, int delimiter, FILE *stream)
{
	if (line == NULL || size == NULL) {
		errno = EINVAL;
		return -1;
	}
	if (*line == NULL || *size == 0) {
		*size = 120;
		*line = realloc(*line, *size);
		if (*line == NULL)
			return -1;
	}
	size_t length = 0;
	int c;
	while ((c = fgetc(stream)) != EOF) {
		if (length + 1 >= *size) {
			char *longer = realloc(*line, *size * 2);
			if (longer == NULL)
				return -1;
			*line = longer;
			*size *= 2;
		}
		(*line)[length++] = c;
		if (c == delimiter)
			break;
	}
	if (length == 0)
		return -1;
	(*line)[length] = 0;
	return length;
}
