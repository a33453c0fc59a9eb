// Taking one byte.
#include <bits/file.h>

int fgetc(FILE *stream)
{
	if (stream->flags & __WRITING || stream->read_ptr >= stream->read_end)
		if (__underflow(stream) == EOF)
			return EOF;
	return (unsigned char)*stream->read_ptr++;
}

int getc(FILE *stream)
{
	return fgetc(stream);
}

int getc_unlocked(FILE *stream)
{
	return fgetc(stream);
}
