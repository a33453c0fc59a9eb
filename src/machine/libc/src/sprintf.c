// sprintf, snprintf, vsprintf.
#include <limits.h>
#include <stdio.h>

int snprintf(char *text, size_t size, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(text, size, format, arguments);
	va_end(arguments);
	return length;
}

int sprintf(char *text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(text, INT_MAX, format, arguments);
	va_end(arguments);
	return length;
}

int vsprintf(char *text, const char *format, va_list arguments)
{
	return vsnprintf(text, INT_MAX, format, arguments);
}
