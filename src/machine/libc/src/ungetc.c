// ungetc: gives a byte back.
#include <bits/file.h>

int ungetc(int c, FILE *stream)
{
	if (c == EOF || __start_reading(stream) == EOF)
		return EOF;
	char *lowest = stream->flags & __BACKED_UP ? stream->back : stream->read_base;
	if (stream->read_ptr > lowest) {
		// A string that is read as a stream may be constant.
		if (*--stream->read_ptr != (char)c) {
			if (stream->flags & __IN_MEMORY) {
				stream->read_ptr++;
				return EOF;
			}
			*stream->read_ptr = c;
		}
	} else if (stream->flags & __BACKED_UP) {
		return EOF;
	} else {
		stream->save_ptr = stream->read_ptr;
		stream->save_end = stream->read_end;
		stream->read_end = stream->back + sizeof stream->back;
		stream->read_ptr = stream->read_end - 1;
		*stream->read_ptr = c;
		stream->flags |= __BACKED_UP;
	}
	stream->flags &= ~__END_OF_FILE;
	return (unsigned char)c;
}
