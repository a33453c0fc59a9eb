// dprintf: formatted text into a descriptor.
#include <bits/file.h>

int vdprintf(int fd, const char *format, va_list arguments)
{
	char space[__STREAM_SPACE];
	FILE stream = {0};
	stream.flags = __NO_READS;
	stream.fd = fd;
	stream.buffer = space;
	stream.buffer_end = space + sizeof space;
	stream.write_base = stream.write_ptr = stream.write_end = space;
	stream.read_base = stream.read_ptr = stream.read_end = space;
	int length = vfprintf(&stream, format, arguments);
	if (stream.flags & __WRITING && __write_all(&stream) == EOF)
		return -1;
	return length;
}

int dprintf(int fd, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vdprintf(fd, format, arguments);
	va_end(arguments);
	return length;
}
