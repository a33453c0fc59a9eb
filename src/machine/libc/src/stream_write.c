// The writing side of a stream.
#include <bits/file.h>
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

static void empty_buffer(FILE *stream)
{
	stream->read_base = stream->read_ptr = stream->read_end = stream->buffer;
	stream->write_base = stream->write_ptr = stream->buffer;
	int direct = stream->flags & (__LINE_BUFFERED | __UNBUFFERED);
	stream->write_end = direct ? stream->buffer : stream->buffer_end;
}

off_t __seek(FILE *stream, off_t offset, int from)
{
	return stream->device ? stream->device->seek(stream->cookie, offset, from) : lseek(stream->fd, offset, from);
}

// Writes bytes that need not be in the buffer, and empties the buffer. Returns how many the file took.
ssize_t __write_through(FILE *stream, const char *bytes, size_t count)
{
	size_t left = count;
	if (stream->flags & __APPENDING) {
		stream->offset = -1;
	} else if (stream->read_end != stream->write_base) {
		off_t place = __seek(stream, stream->write_base - stream->read_end, SEEK_CUR);
		if (place == -1)
			return 0;
		stream->offset = place;
	}
	while (left > 0) {
		ssize_t written =
			stream->device ? stream->device->write(stream->cookie, bytes, left) : write(stream->fd, bytes, left);
		if (written > 0) {
			left -= written;
			bytes += written;
		}
		if (written < 0 || (stream->device && left > 0)) {
			stream->flags |= __ERROR;
			break;
		}
	}
	if (stream->offset != -1)
		stream->offset += count - left;
	empty_buffer(stream);
	return count - left;
}

int __write_all(FILE *stream)
{
	ssize_t waiting = stream->write_ptr - stream->write_base;
	if (waiting == 0)
		return 0;
	return __write_through(stream, stream->write_base, waiting) == waiting ? 0 : EOF;
}

static void start_writing(FILE *stream)
{
	if (stream->write_base == NULL) {
		__set_buffer(stream);
		stream->read_base = stream->read_ptr = stream->read_end = stream->buffer;
	}
	if (stream->flags & __BACKED_UP) {
		// What was given back is written over.
		ptrdiff_t given = stream->read_end - stream->read_ptr;
		__leave_backup(stream);
		ptrdiff_t before = stream->read_ptr - stream->buffer;
		stream->read_ptr -= given < before ? given : before;
	}
	if (stream->read_ptr == stream->buffer_end)
		stream->read_end = stream->read_ptr = stream->buffer;
	stream->write_base = stream->write_ptr = stream->read_ptr;
	stream->write_end = stream->buffer_end;
	stream->read_base = stream->read_ptr = stream->read_end;
	stream->flags |= __WRITING;
	if (stream->flags & (__LINE_BUFFERED | __UNBUFFERED))
		stream->write_end = stream->write_ptr;
}

// Puts one byte for which there is no plain room, or, for EOF, writes what the buffer holds.
int __overflow(FILE *stream, int c)
{
	if (stream->flags & __NO_WRITES) {
		stream->flags |= __ERROR;
		errno = EBADF;
		return EOF;
	}
	if (!(stream->flags & __WRITING) || stream->write_base == NULL)
		start_writing(stream);
	if (c == EOF)
		return __write_all(stream);
	if (stream->write_ptr == stream->buffer_end && __write_all(stream) == EOF)
		return EOF;
	*stream->write_ptr++ = c;
	int now = stream->flags & __UNBUFFERED || (stream->flags & __LINE_BUFFERED && c == '\n');
	if (now && __write_all(stream) == EOF)
		return EOF;
	return (unsigned char)c;
}

static size_t put_small(FILE *stream, const char *bytes, size_t count)
{
	size_t left = count;
	for (;;) {
		if (stream->write_ptr < stream->write_end) {
			size_t room = stream->write_end - stream->write_ptr;
			if (room > left)
				room = left;
			memcpy(stream->write_ptr, bytes, room);
			stream->write_ptr += room;
			bytes += room;
			left -= room;
		}
		if (left == 0 || __overflow(stream, (unsigned char)*bytes++) == EOF)
			return count - left;
		left--;
	}
}

// Puts bytes and returns how many were taken. The buffer is filled first; when it is full it is written, then whole
// blocks directly, and the rest is buffered. A line-buffered stream is written up to the last newline.
size_t __put(FILE *stream, const char *bytes, size_t count)
{
	if (count == 0)
		return 0;
	size_t left = count;
	size_t room = 0;
	int must_write = 0;
	if ((stream->flags & (__LINE_BUFFERED | __WRITING)) == (__LINE_BUFFERED | __WRITING)) {
		room = stream->buffer_end - stream->write_ptr;
		if (room >= count) {
			const char *end = bytes + count;
			while (end > bytes && end[-1] != '\n')
				end--;
			must_write = end > bytes;
			if (must_write)
				room = end - bytes;
		}
	} else if (stream->write_end > stream->write_ptr) {
		room = stream->write_end - stream->write_ptr;
	}
	if (room > left)
		room = left;
	if (room > 0) {
		memcpy(stream->write_ptr, bytes, room);
		stream->write_ptr += room;
		bytes += room;
		left -= room;
	}
	if (left == 0 && !must_write)
		return count;
	if (__overflow(stream, EOF) == EOF)
		return left == 0 ? (size_t)EOF : count - left;
	size_t block = stream->buffer_end - stream->buffer;
	size_t direct = block >= 128 ? left - left % block : left;
	if (direct > 0) {
		size_t written = __write_through(stream, bytes, direct);
		left -= written;
		if (written < direct)
			return count - left;
		bytes += direct;
	}
	if (left > 0)
		left -= put_small(stream, bytes, left);
	return count - left;
}

void __leave_backup(FILE *stream)
{
	if (stream->flags & __BACKED_UP) {
		stream->read_ptr = stream->save_ptr;
		stream->read_end = stream->save_end;
		stream->read_base = stream->buffer;
		stream->flags &= ~__BACKED_UP;
	}
}
