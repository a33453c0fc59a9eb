// sscanf: formatted input from a string, read as a stream in memory.
#include <bits/file.h>
#include <bits/scan.h>
#include <string.h>

int vsscanf(const char *text, const char *format, va_list arguments)
{
	FILE stream = {0};
	stream.flags = __IN_MEMORY | __NO_WRITES;
	stream.fd = -1;
	stream.buffer = stream.read_base = stream.read_ptr = (char *)text;
	stream.buffer_end = stream.read_end = stream.read_ptr + strlen(text);
	return __scan(&stream, format, arguments);
}

int sscanf(const char *text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int count = vsscanf(text, format, arguments);
	va_end(arguments);
	return count;
}
