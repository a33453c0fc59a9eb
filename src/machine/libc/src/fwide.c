// Whether a stream is one of bytes or of wide characters: its first use decides, and it stays so until it is reopened.
#include <bits/file.h>
#include <bits/locale.h>
#include <wchar.h>

int fwide(FILE *stream, int mode)
{
	if (stream->flags & __WIDE)
		return 1;
	if (stream->flags & (__BYTES | __WRITING) || (stream->read_end && stream->read_end != stream->buffer))
		return -1;
	if (mode < 0)
		stream->flags |= __BYTES;
	if (mode <= 0)
		return mode < 0 ? -1 : 0;
	stream->flags |= __multibyte ? __WIDE | __WIDE_UTF8 : __WIDE;
	if (stream->flags & __NO_READS)
		stream->flags |= __WIDE_NO_READS;
	if (stream->flags & __NO_WRITES)
		stream->flags |= __WIDE_NO_WRITES;
	stream->flags |= __NO_READS | __NO_WRITES;
	return 1;
}

// Until __end_wide the functions of bytes may do what the stream allows. EOF: it is a stream of bytes.
int __begin_wide(FILE *stream)
{
	if (fwide(stream, 1) <= 0)
		return EOF;
	if (!(stream->flags & __WIDE_NO_READS))
		stream->flags &= ~__NO_READS;
	if (!(stream->flags & __WIDE_NO_WRITES))
		stream->flags &= ~__NO_WRITES;
	if (stream->flags & __WIDE_LINES)
		stream->flags = (stream->flags & ~__WIDE_LINES) | __LINE_BUFFERED;
	else if (stream->flags & __WRITING && !(stream->flags & __UNBUFFERED))
		stream->write_end = stream->buffer_end;
	return 0;
}

// Bytes find no room in the buffer and must ask.
void __end_wide(FILE *stream)
{
	stream->flags |= __NO_READS | __NO_WRITES;
	if (stream->flags & __LINE_BUFFERED)
		stream->flags = (stream->flags & ~__LINE_BUFFERED) | __WIDE_LINES;
	stream->write_end = stream->write_ptr;
}
