// open_wmemstream: a wide stream that writes into memory which grows with it.
#include <bits/file.h>
#include <bits/wide-text.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

struct memory {
	wchar_t **text; // the program's variables, set when the stream is flushed
	size_t *size;
	wchar_t *letters;
	size_t room, end, place;
	struct __wide_decoder decoder;
};

static ssize_t write_memory(void *cookie, const char *bytes, size_t count)
{
	struct memory *memory = cookie;
	size_t end = memory->place + count;
	if (end >= memory->room) {
		size_t room = 2 * end + 1;
		wchar_t *longer = realloc(memory->letters, room * sizeof *longer);
		if (longer == NULL)
			return -1;
		wmemset(longer + memory->room, 0, room - memory->room);
		memory->letters = longer;
		memory->room = room;
	}
	for (size_t i = 0; i < count; i++) {
		int letter = __decode_utf8(&memory->decoder, bytes[i]);
		if (letter != -1)
			memory->letters[memory->place++] = letter;
	}
	memory->end = memory->place;
	*memory->text = memory->letters;
	*memory->size = memory->end;
	return count;
}

static ssize_t read_memory(void *cookie, char *bytes, size_t count)
{
	(void)cookie;
	(void)bytes;
	(void)count;
	errno = EBADF;
	return -1;
}

static off_t seek_memory(void *cookie, off_t offset, int from)
{
	struct memory *memory = cookie;
	off_t place = offset + (from == SEEK_CUR ? (off_t)memory->place : from == SEEK_END ? (off_t)memory->end : 0);
	if (place < 0) {
		errno = EINVAL;
		return -1;
	}
	memory->place = place;
	*memory->size = (size_t)place < memory->end ? (size_t)place : memory->end;
	return place;
}

static int close_memory(void *cookie)
{
	struct memory *memory = cookie;
	*memory->text = memory->letters;
	*memory->size = memory->place < memory->end ? memory->place : memory->end;
	memory->letters[*memory->size] = 0;
	free(memory);
	return 0;
}

static const struct __device device = {read_memory, write_memory, seek_memory, close_memory};

FILE *open_wmemstream(wchar_t **text, size_t *size)
{
	struct memory *memory = calloc(1, sizeof *memory);
	if (memory == NULL)
		return NULL;
	memory->room = 64;
	memory->letters = calloc(memory->room, sizeof(wchar_t));
	memory->text = text;
	memory->size = size;
	*text = memory->letters;
	*size = 0;
	FILE *stream = __new_device(&device, memory, __NO_READS);
	if (stream)
		fwide(stream, 1);
	if (stream)
		stream->flags |= __WIDE_UTF8;
	return stream;
}
