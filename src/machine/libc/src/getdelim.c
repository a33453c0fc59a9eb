// getdelim: a line of any length.
#include <bits/file.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

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
	char *found = NULL;
	while (found == NULL) {
		if (stream->flags & __WRITING || stream->read_ptr >= stream->read_end)
			if (__underflow(stream) == EOF)
				break;
		size_t ready = stream->read_end - stream->read_ptr;
		found = memchr(stream->read_ptr, delimiter, ready);
		if (found)
			ready = found - stream->read_ptr + 1;
		size_t needed = length + ready + 1;
		if (needed > *size) {
			if (needed < 2 * *size)
				needed = 2 * *size;
			char *longer = realloc(*line, needed);
			if (longer == NULL)
				return -1;
			*line = longer;
			*size = needed;
		}
		memcpy(*line + length, stream->read_ptr, ready);
		stream->read_ptr += ready;
		length += ready;
	}
	if (length == 0)
		return -1;
	(*line)[length] = 0;
	return length;
}
