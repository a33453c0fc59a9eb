// The reading side of a stream.
#include <bits/file.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

int __start_reading(FILE *stream)
{
	if (!(stream->flags & __WRITING))
		return 0;
	if (stream->write_ptr > stream->write_base && __write_all(stream) == EOF)
		return EOF;
	stream->read_base = stream->buffer;
	if (stream->write_ptr > stream->read_end)
		stream->read_end = stream->write_ptr;
	stream->read_ptr = stream->write_ptr;
	stream->write_base = stream->write_ptr = stream->write_end = stream->read_ptr;
	stream->flags &= ~__WRITING;
	return 0;
}

ssize_t __read_into(FILE *stream, char *bytes, size_t count)
{
	ssize_t got = stream->device ? stream->device->read(stream->cookie, bytes, count) : read(stream->fd, bytes, count);
	if (got == 0)
		stream->flags |= __END_OF_FILE;
	if (got < 0)
		stream->flags |= __ERROR;
	if (got > 0 && stream->offset != -1)
		stream->offset += got;
	return got;
}

// A terminal's reader sees what was printed before: reading from a terminal writes what standard output holds.
static void flush_terminal(FILE *stream)
{
	if (stream->flags & (__LINE_BUFFERED | __UNBUFFERED) && stdout->flags & __LINE_BUFFERED)
		__overflow(stdout, EOF);
}

// Makes at least one byte readable and returns it without taking it, or EOF.
int __underflow(FILE *stream)
{
	if (stream->flags & __NO_READS) {
		stream->flags |= __ERROR;
		errno = EBADF;
		return EOF;
	}
	if (__start_reading(stream) == EOF)
		return EOF;
	if (stream->read_ptr < stream->read_end)
		return (unsigned char)*stream->read_ptr;
	if (stream->flags & __BACKED_UP) {
		__leave_backup(stream);
		if (stream->read_ptr < stream->read_end)
			return (unsigned char)*stream->read_ptr;
	}
	if (stream->flags & (__END_OF_FILE | __IN_MEMORY)) {
		stream->flags |= __END_OF_FILE;
		return EOF;
	}
	__set_buffer(stream);
	flush_terminal(stream);
	stream->read_base = stream->read_ptr = stream->read_end = stream->buffer;
	stream->write_base = stream->write_ptr = stream->write_end = stream->buffer;
	ssize_t got = __read_into(stream, stream->buffer, stream->buffer_end - stream->buffer);
	if (got <= 0) {
		stream->offset = -1;
		return EOF;
	}
	stream->read_end += got;
	return (unsigned char)*stream->read_ptr;
}

// Takes up to `count` bytes; whole blocks are read past the buffer.
size_t __get(FILE *stream, char *bytes, size_t count)
{
	size_t left = count;
	if (stream->buffer == NULL && !(stream->flags & (__IN_MEMORY | __NO_READS)))
		__set_buffer(stream);
	while (left > 0) {
		size_t ready = stream->flags & __WRITING ? 0 : stream->read_end - stream->read_ptr;
		if (ready > left)
			ready = left;
		if (ready > 0) {
			memcpy(bytes, stream->read_ptr, ready);
			stream->read_ptr += ready;
			bytes += ready;
			left -= ready;
			continue;
		}
		size_t block = stream->buffer_end - stream->buffer;
		int flags = __BACKED_UP | __WRITING | __IN_MEMORY | __END_OF_FILE | __NO_READS;
		if (block == 0 || left < block || stream->flags & flags) {
			if (__underflow(stream) == EOF)
				break;
			continue;
		}
		stream->read_base = stream->read_ptr = stream->read_end = stream->buffer;
		stream->write_base = stream->write_ptr = stream->write_end = stream->buffer;
		ssize_t got = __read_into(stream, bytes, block >= 128 ? left - left % block : left);
		if (got <= 0)
			break;
		bytes += got;
		left -= got;
	}
	return count - left;
}
