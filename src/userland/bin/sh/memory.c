/* Memory that is let go all at once after each command, and texts that grow. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sh.h"

#define BLOCK 4000

struct block {
	struct block *before;
	size_t size;
	char bytes[];
};

static struct block *last;
static size_t used;
int hold;

static void *get(void *old, size_t size)
{
	void *memory = realloc(old, size);
	if (memory == NULL) {
		(void)!write(2, "sh: Out of space\n", 17);
		_exit(2);
	}
	return memory;
}

void *keep(size_t size)
{
	size = (size + 15) & ~(size_t)15;
	if (last == NULL || used + size > last->size) {
		size_t room = size > BLOCK ? size : BLOCK;
		struct block *block = get(NULL, sizeof *block + room);
		block->before = last;
		block->size = room;
		last = block;
		used = 0;
	}
	void *memory = last->bytes + used;
	used += size;
	memset(memory, 0, size);
	return memory;
}

char *keep_text(const char *text, size_t length)
{
	char *copy = keep(length + 1);
	memcpy(copy, text, length);
	return copy;
}

struct mark mark(void)
{
	struct mark here = {last, used};
	return here;
}

void release(struct mark to)
{
	if (hold)
		return;
	while (last != to.block) {
		struct block *before = last->before;
		free(last);
		last = before;
	}
	used = to.used;
}

void put(struct buffer *buffer, int c, int how)
{
	if (buffer->length + 1 >= buffer->room) {
		buffer->room = buffer->room * 2 + 64;
		buffer->text = get(buffer->text, buffer->room);
		buffer->how = get(buffer->how, buffer->room);
	}
	buffer->text[buffer->length] = c;
	buffer->how[buffer->length++] = how;
	buffer->text[buffer->length] = 0;
}

void put_text(struct buffer *buffer, const char *text, int how)
{
	while (*text)
		put(buffer, *text++, how);
}
