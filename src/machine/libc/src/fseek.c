// The place of a stream in its file.
#include <bits/file.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static void read_from(FILE *stream, size_t used, size_t filled)
{
	stream->read_base = stream->buffer;
	stream->read_ptr = stream->buffer + used;
	stream->read_end = stream->buffer + filled;
	stream->write_base = stream->write_ptr = stream->write_end = stream->buffer;
	stream->flags &= ~__END_OF_FILE;
}

static int move(FILE *stream, off_t offset, int from)
{
	off_t place = __seek(stream, offset, from);
	if (place == -1)
		return -1;
	stream->offset = place;
	read_from(stream, 0, 0);
	return 0;
}

// Goes to the beginning of the block where the place is, and reads up to the place, or the whole block.
static int move_to_block(FILE *stream, off_t offset, int exactly)
{
	off_t block = stream->buffer_end - stream->buffer;
	off_t begin = offset & ~(block - 1);
	off_t rest = offset - begin;
	if (rest > block) {
		begin = offset;
		rest = 0;
	}
	off_t place = __seek(stream, begin, SEEK_SET);
	if (place == -1)
		return -1;
	ssize_t got = rest == 0 ? 0 : __read_into(stream, stream->buffer, exactly ? rest : block);
	if (got < rest)
		return move(stream, got == -1 ? rest : rest - got, SEEK_CUR);
	read_from(stream, rest, got);
	stream->offset = place + got;
	return 0;
}

static off_t end_of(FILE *stream)
{
	struct stat status;
	if (stream->device || fstat(stream->fd, &status) == -1 || !S_ISREG(status.st_mode))
		return -1;
	return status.st_size;
}

// What the buffer holds stays in use when the place lies in it.
int fseeko(FILE *stream, off_t offset, int from)
{
	if (from != SEEK_SET && from != SEEK_CUR && from != SEEK_END) {
		errno = EINVAL;
		return -1;
	}
	if (stream->flags & __BACKED_UP) {
		if (from == SEEK_CUR)
			offset -= stream->read_end - stream->read_ptr;
		__leave_backup(stream);
	}
	int exactly = stream->read_base == stream->read_end && stream->write_base == stream->write_ptr;
	if (__start_reading(stream) == EOF)
		return -1;
	if (stream->buffer == NULL) {
		__set_buffer(stream);
		read_from(stream, 0, 0);
	}
	off_t end = from == SEEK_END ? end_of(stream) : -1;
	if (from == SEEK_CUR) {
		offset -= stream->read_end - stream->read_ptr;
		if (stream->offset == -1)
			return move(stream, offset, SEEK_CUR);
		offset += stream->offset;
		if (offset < 0) {
			errno = EINVAL;
			return -1;
		}
	} else if (from == SEEK_END) {
		if (end == -1)
			return move(stream, offset, SEEK_END);
		offset += end;
	}
	off_t begin = stream->offset - (stream->read_end - stream->buffer);
	if (stream->offset != -1 && offset >= begin && offset < stream->offset) {
		read_from(stream, offset - begin, stream->read_end - stream->buffer);
		// Who shares the file's offset may have moved it.
		__seek(stream, stream->offset, SEEK_SET);
		return 0;
	}
	if (stream->flags & __NO_READS)
		return move(stream, offset, SEEK_SET);
	return move_to_block(stream, offset, exactly);
}

int fseek(FILE *stream, long offset, int from)
{
	return fseeko(stream, offset, from);
}

off_t ftello(FILE *stream)
{
	int writing = stream->flags & __WRITING;
	int appending = writing && stream->flags & __APPENDING;
	// What is still to be written will go to the end; when nothing is, the descriptor tells where it is.
	int unwritten = stream->write_ptr > stream->write_base;
	if (appending && unwritten) {
		stream->offset = __seek(stream, 0, SEEK_END);
		if (stream->offset == -1)
			return -1;
	}
	int known = stream->offset != -1 && (!appending || unwritten);
	off_t place = known ? stream->offset : __seek(stream, 0, SEEK_CUR);
	if (place == -1)
		return -1;
	// The descriptor stands at read_end, also while what was read before is written over.
	place += writing ? stream->write_ptr - (appending ? stream->write_base : stream->read_end)
		: stream->read_ptr - stream->read_end;
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
