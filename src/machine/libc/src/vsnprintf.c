// vsnprintf: formatted text into memory, as much as fits, always ended.
#include <bits/format.h>
#include <stdio.h>
#include <string.h>

static int fill(struct __sink *sink, const char *text, size_t length)
{
	if (length > sink->room)
		length = sink->room;
	memcpy(sink->target, text, length);
	sink->target = (char *)sink->target + length;
	sink->room -= length;
	return 0;
}

int vsnprintf(char *text, size_t size, const char *format, va_list arguments)
{
	struct __sink sink = {fill, text, size > 0 ? size - 1 : 0};
	// At once, as glibc does: who formats a text into itself finds it empty.
	if (size > 0)
		*text = 0;
	int length = __format(&sink, format, arguments);
	if (size > 0)
		*(char *)sink.target = 0;
	return length;
}
