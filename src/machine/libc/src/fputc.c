// Putting one byte.
#include <bits/file.h>

int fputc(int c, FILE *stream)
{
	if (stream->write_ptr < stream->write_end)
		return (unsigned char)(*stream->write_ptr++ = c);
	return __overflow(stream, (unsigned char)c);
}

int putc(int c, FILE *stream)
{
	return fputc(c, stream);
}

int putc_unlocked(int c, FILE *stream)
{
	return fputc(c, stream);
}
