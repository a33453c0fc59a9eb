// asprintf: formatted text into memory of its own.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int vasprintf(char **text, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	*text = length < 0 ? NULL : malloc(length + 1);
	if (*text == NULL)
		return -1;
	return vsnprintf(*text, length + 1, format, arguments);
}

int asprintf(char **text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vasprintf(text, format, arguments);
	va_end(arguments);
	return length;
}
