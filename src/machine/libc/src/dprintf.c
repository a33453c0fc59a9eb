// dprintf: formatted text into a descriptor.
#include <bits/file.h>
#include <errno.h>

// The stream asks where the descriptor stands, as any new one that is given an open file.
int vdprintf(int fd, const char *format, va_list arguments)
{
	char space[__STREAM_SPACE];
	FILE stream = {0};
	int kept = errno;
	stream.flags = __NO_READS;
	stream.fd = fd;
	stream.offset = -1;
	stream.space = space;
	__set_buffer(&stream);
	__unlist(&stream);
	stream.offset = __seek(&stream, 0, SEEK_CUR);
	if (stream.offset == -1 && errno != ESPIPE)
		return -1;
	errno = kept;
	int length = vfprintf(&stream, format, arguments);
	__unlist(&stream);
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
