// fputs: a string.
#include <bits/file.h>
#include <string.h>

int fputs(const char *text, FILE *stream)
{
	size_t length = strlen(text);
	return __put(stream, text, length) == length ? 1 : EOF;
}
