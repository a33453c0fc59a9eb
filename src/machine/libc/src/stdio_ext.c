// What a stream's buffer holds and how large it is.
#include <bits/file.h>
#include <stdio_ext.h>

size_t __fbufsize(FILE *stream)
{
	return stream->buffer_end - stream->buffer;
}

int __flbf(FILE *stream)
{
	return stream->flags & __LINE_BUFFERED ? 0x200 : 0;
}

size_t __fpending(FILE *stream)
{
	return stream->write_ptr - stream->write_base;
}

void __fpurge(FILE *stream)
{
	__leave_backup(stream);
	stream->read_ptr = stream->read_end;
	stream->write_ptr = stream->write_base;
}

int __freadable(FILE *stream)
{
	return !(stream->flags & __NO_READS);
}

int __fwritable(FILE *stream)
{
	return !(stream->flags & __NO_WRITES);
}

int __freading(FILE *stream)
{
	return stream->flags & __NO_WRITES || (!(stream->flags & __WRITING) && stream->read_base);
}

// The numbers are those of glibc's own flags.
int __fwriting(FILE *stream)
{
	return (stream->flags & __NO_READS ? 4 : 0) | (stream->flags & __WRITING ? 0x800 : 0);
}

int __fsetlocking(FILE *stream, int how)
{
	(void)stream;
	(void)how;
	return FSETLOCKING_INTERNAL;
}
