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
	size_t room, place;
	size_t end; // where it last stood behind the beginning
	struct __wide_decoder decoder;
};

static int reach(struct memory *memory, size_t place)
{
	if (place >= memory->room) {
		size_t room = 2 * place + 1;
		wchar_t *longer = realloc(memory->letters, room * sizeof *longer);
		if (longer == NULL)
			return -1;
		wmemset(longer + memory->room, 0, room - memory->room);
		memory->letters = longer;
		memory->room = room;
	}
	return 0;
}

// The text ends at the place, whatever lies behind it.
static void stand_at(struct memory *memory, size_t place)
{
	memory->place = place;
	*memory->text = memory->letters;
	*memory->size = place;
}

static ssize_t write_memory(void *cookie, const char *bytes, size_t count)
{
	struct memory *memory = cookie;
	size_t place = memory->place;
	if (reach(memory, place + count) == -1)
		return -1;
	for (size_t i = 0; i < count; i++) {
		int letter = __decode_utf8(&memory->decoder, bytes[i]);
		if (letter != -1)
			memory->letters[place++] = letter;
	}
	stand_at(memory, place);
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
	// As in glibc, SEEK_END means where the stream stands, or from where it went to the beginning.
	if (memory->place > 0)
		memory->end = memory->place;
	off_t place = offset + (from == SEEK_CUR ? (off_t)memory->place : from == SEEK_END ? (off_t)memory->end : 0);
	if (place < 0) {
		errno = EINVAL;
		return -1;
	}
	if (reach(memory, place) == -1)
		return -1;
	stand_at(memory, place);
	return place;
}

static int close_memory(void *cookie)
{
	struct memory *memory = cookie;
	stand_at(memory, memory->place);
	memory->letters[memory->place] = 0;
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
