// fscanf: formatted input from a stream.
#include <bits/scan.h>

int vfscanf(FILE *stream, const char *format, va_list arguments)
{
	return __scan(stream, format, arguments);
}

int fscanf(FILE *stream, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int count = __scan(stream, format, arguments);
	va_end(arguments);
	return count;
}
