// The place of a stream in its file.
#include <bits/file.h>
#include <errno.h>
#include <unistd.h>

int fseeko(FILE *stream, off_t offset, int from)
{
	if (from != SEEK_SET && from != SEEK_CUR && from != SEEK_END) {
		errno = EINVAL;
		return -1;
	}
	if (stream->flags & __WRITING && __write_all(stream) == EOF)
		return -1;
	__leave_backup(stream);
	if (from == SEEK_CUR && !(stream->flags & __WRITING))
		offset -= stream->read_end - stream->read_ptr;
	if (__seek(stream, offset, from) == -1)
		return -1;
	stream->read_base = stream->read_ptr = stream->read_end = stream->buffer;
	stream->write_base = stream->write_ptr = stream->write_end = stream->buffer;
	stream->flags &= ~(__END_OF_FILE | __WRITING);
	return 0;
}

int fseek(FILE *stream, long offset, int from)
{
	return fseeko(stream, offset, from);
}

off_t ftello(FILE *stream)
{
	off_t adjust = 0;
	int from = SEEK_CUR;
	if (stream->flags & __WRITING) {
		adjust = stream->write_ptr - stream->write_base;
		if (stream->flags & __APPENDING && adjust > 0)
			from = SEEK_END;
	} else if (stream->flags & __BACKED_UP) {
		adjust = -(stream->read_end - stream->read_ptr) - (stream->save_end - stream->save_ptr);
	} else {
		adjust = -(stream->read_end - stream->read_ptr);
	}
	off_t place = __seek(stream, 0, from);
	return place == -1 ? -1 : place + adjust;
}

long ftell(FILE *stream)
{
	return ftello(stream);
}

void rewind(FILE *stream)
{
	fseeko(stream, 0, SEEK_SET);
	stream->flags &= ~__ERROR;
}

int fgetpos(FILE *stream, fpos_t *position)
{
	position->__position = ftello(stream);
	return position->__position == -1 ? -1 : 0;
}

int fsetpos(FILE *stream, const fpos_t *position)
{
	return fseeko(stream, position->__position, SEEK_SET);
}
