// sprintf, snprintf, vsprintf.
#include <bits/format.h>
#include <stdio.h>
#include <string.h>

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
	int length = vsprintf(text, format, arguments);
	va_end(arguments);
	return length;
}

static int append(struct __sink *sink, const char *text, size_t length)
{
	memmove(sink->target, text, length);
	sink->target = (char *)sink->target + length;
	return 0;
}

// The text is ended only when all is there: a text that is formatted into itself is still found.
int vsprintf(char *text, const char *format, va_list arguments)
{
	struct __sink sink = {append, text, 0};
	int length = __format(&sink, format, arguments);
	*(char *)sink.target = 0;
	return length;
}
