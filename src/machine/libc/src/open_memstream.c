// open_memstream: a stream that writes into memory which grows with it.
#include <bits/file.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct memory {
	char **text; // the program's variables, set when the stream is flushed
	size_t *size;
	char *bytes;
	size_t room, end, place;
};

static ssize_t write_memory(void *cookie, const char *bytes, size_t count)
{
	struct memory *memory = cookie;
	size_t end = memory->place + count;
	if (end >= memory->room) {
		size_t room = end + 1 > 2 * memory->room ? end + 1 : 2 * memory->room;
		char *longer = realloc(memory->bytes, room);
		if (longer == NULL)
			return -1;
		memset(longer + memory->room, 0, room - memory->room);
		memory->bytes = longer;
		memory->room = room;
	}
	memcpy(memory->bytes + memory->place, bytes, count);
	memory->place = end;
	memory->end = end;
	*memory->text = memory->bytes;
	*memory->size = memory->place;
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
	*memory->text = memory->bytes;
	*memory->size = memory->place < memory->end ? memory->place : memory->end;
	memory->bytes[*memory->size] = 0;
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
