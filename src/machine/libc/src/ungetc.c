// ungetc: gives a byte back. There is room for any number of them.
#include <bits/file.h>
#include <stdlib.h>
#include <string.h>

// The bytes given back begin where their room begins: they move to the end of one twice as large.
static int make_room(FILE *stream)
{
	size_t size = stream->read_end - stream->read_ptr;
	char *more = malloc(2 * size);
	if (more == NULL)
		return EOF;
	memcpy(more + size, stream->read_ptr, size);
	free(stream->more);
	stream->more = more;
	stream->more_end = more + 2 * size;
	stream->read_ptr = more + size;
	stream->read_end = stream->more_end;
	return 0;
}

int ungetc(int c, FILE *stream)
{
	if (c == EOF || __start_reading(stream) == EOF)
		return EOF;
	char *back = stream->more ? stream->more : stream->back;
	char *lowest = stream->flags & __BACKED_UP ? back : stream->read_base;
	if (stream->flags & __BACKED_UP) {
		if (stream->read_ptr == lowest && make_room(stream) == EOF)
			return EOF;
		*--stream->read_ptr = c;
	} else if (stream->read_ptr > lowest && stream->read_ptr[-1] == (char)c) {
		// What was read stays as it is, and may be constant: another byte goes elsewhere.
		stream->read_ptr--;
	} else {
		stream->save_ptr = stream->read_ptr;
		stream->save_end = stream->read_end;
		stream->read_end = stream->more ? stream->more_end : stream->back + sizeof stream->back;
		stream->read_ptr = stream->read_end - 1;
		*stream->read_ptr = c;
		stream->flags |= __BACKED_UP;
	}
	stream->flags &= ~__END_OF_FILE;
	return (unsigned char)c;
}
