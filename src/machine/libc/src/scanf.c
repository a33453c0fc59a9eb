// The scanf family: from standard input, from a stream, from a string.
#include <stdio.h>

int scanf(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int count = vfscanf(stdin, format, arguments);
	va_end(arguments);
	return count;
}

int vscanf(const char *format, va_list arguments)
{
	return vfscanf(stdin, format, arguments);
}
