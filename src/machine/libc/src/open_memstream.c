// open_memstream: a stream that writes into memory which grows with it.
#include <bits/file.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct memory {
	char **text; // the program's variables, set when the stream is flushed
	size_t *size;
	char *bytes;
	size_t room, place;
	size_t end; // where it last stood behind the beginning
};

static int reach(struct memory *memory, size_t place)
{
	if (place >= memory->room) {
		size_t room = place + 1 > 2 * memory->room ? place + 1 : 2 * memory->room;
		char *longer = realloc(memory->bytes, room);
		if (longer == NULL)
			return -1;
		memset(longer + memory->room, 0, room - memory->room);
		memory->bytes = longer;
		memory->room = room;
	}
	return 0;
}

// The text ends at the place, whatever lies behind it.
static void stand_at(struct memory *memory, size_t place)
{
	memory->place = place;
	*memory->text = memory->bytes;
	*memory->size = place;
}

static ssize_t write_memory(void *cookie, const char *bytes, size_t count)
{
	struct memory *memory = cookie;
	if (reach(memory, memory->place + count) == -1)
		return -1;
	memcpy(memory->bytes + memory->place, bytes, count);
	stand_at(memory, memory->place + count);
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
	memory->bytes[memory->place] = 0;
	free(memory);
	return 0;
}

static const struct __device device = {read_memory, write_memory, seek_memory, close_memory};

FILE *open_memstream(char **text, size_t *size)
{
	struct memory *memory = calloc(1, sizeof *memory);
	if (memory == NULL)
		return NULL;
	memory->room = 64;
	memory->bytes = calloc(1, memory->room);
	memory->text = text;
	memory->size = size;
	*text = memory->bytes;
	*size = 0;
	return __new_device(&device, memory, __NO_READS);
}
