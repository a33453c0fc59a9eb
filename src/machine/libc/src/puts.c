// puts: a string and a newline on standard output.
#include <bits/file.h>
#include <string.h>

int puts(const char *text)
{
	size_t length = strlen(text);
	if (__put(stdout, text, length) != length || fputc('\n', stdout) == EOF)
		return EOF;
	return length + 1;
}
