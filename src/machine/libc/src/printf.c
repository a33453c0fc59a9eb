// printf and fprintf.
#include <stdio.h>

int printf(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vfprintf(stdout, format, arguments);
	va_end(arguments);
	return length;
}

int vprintf(const char *format, va_list arguments)
{
	return vfprintf(stdout, format, arguments);
}
