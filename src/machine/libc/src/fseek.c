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
	off_t waiting = stream->flags & __WRITING ? stream->write_ptr - stream->write_base : 0;
	int from = waiting > 0 && stream->flags & __APPENDING ? SEEK_END : SEEK_CUR;
	off_t place = __seek(stream, 0, from);
	if (place == -1)
		return -1;
	// The descriptor stands at read_end, also while what was read before is written over.
	if (from == SEEK_END)
		place += waiting;
	else
		place += (waiting > 0 ? stream->write_ptr : stream->read_ptr) - stream->read_end;
	if (place < 0) {
		errno = EINVAL;
		return -1;
	}
	return stream->flags & __BACKED_UP ? place - (stream->save_end - stream->save_ptr) : place;
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
