// The heap: chunks with a size word before each block, in the layout of glibc, so that addresses are 16 bytes aligned and
// 32 bytes apart at least, and so that the common mistakes end with glibc's words. Freed chunks of a size are first kept
// for the next request of that size, last freed first; more of them are merged with free neighbours.
#include <bits/hooks.h>
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *__brk(void *end);

#define PREVIOUS_IN_USE 1UL
#define SMALLEST 32UL
#define GROWTH (132 * 1024UL)
#define KEPT_SIZES 64
#define KEPT_MOST 7
#define SMALL_MOST 128UL
#define MAPPED 2UL
// Marks a kept chunk. As in glibc no pointer: whoever takes it for one comes to no memory.
#define KEPT_MARK ((struct chunk *)0x5bd1e995fbd1e980)

struct chunk {
	size_t previous_size; // only when the previous chunk is free; else its last bytes
	size_t size; // with PREVIOUS_IN_USE
	struct chunk *next; // from here on the block's bytes, when in use
	struct chunk *previous;
};

static struct chunk *kept[KEPT_SIZES];
static unsigned char kept_count[KEPT_SIZES];
static struct chunk free_chunks; // a ring
static struct chunk *top; // what was never handed out, up to heap_end
static char *heap_start, *heap_end;
static char *untouched; // from here on the heap is still zero
static struct chunk *last_small; // of the small chunks that were merged, the one that was last, until another is handed out

static size_t size_of(struct chunk *chunk)
{
	return chunk->size & ~15UL;
}

static struct chunk *after(struct chunk *chunk, size_t size)
{
	return (struct chunk *)((char *)chunk + size);
}

static struct chunk *chunk_of(void *block)
{
	return (struct chunk *)((char *)block - 16);
}

// Among kept chunks the next one is not written as it is: who reads a freed block finds no pointer that leads anywhere.
static struct chunk *hidden(struct chunk *chunk, struct chunk *next)
{
	return (struct chunk *)((uintptr_t)next ^ ((uintptr_t)&chunk->next >> 12));
}

static void *block_of(struct chunk *chunk)
{
	return (char *)chunk + 16;
}

static size_t chunk_size(size_t size)
{
	size_t needed = (size + 8 + 15) & ~15UL;
	return needed < SMALLEST ? SMALLEST : needed;
}

static void take_out(struct chunk *chunk)
{
	chunk->next->previous = chunk->previous;
	chunk->previous->next = chunk->next;
}

static void put_in(struct chunk *chunk, size_t size)
{
	chunk->size = size | PREVIOUS_IN_USE;
	after(chunk, size)->previous_size = size;
	after(chunk, size)->size &= ~PREVIOUS_IN_USE;
	chunk->next = free_chunks.next;
	chunk->previous = &free_chunks;
	chunk->next->previous = chunk;
	free_chunks.next = chunk;
}

static int start_heap(void)
{
	free_chunks.next = free_chunks.previous = &free_chunks;
	heap_start = __brk(NULL);
	heap_start = (char *)(((uintptr_t)heap_start + 15) & ~15UL);
	heap_end = untouched = heap_start;
	top = (struct chunk *)heap_start;
	return heap_start != NULL;
}

// Makes the top at least `size` bytes and a head of another chunk.
static int grow(size_t size)
{
	if (heap_start == NULL && !start_heap())
		return 0;
	size_t have = heap_end - (char *)top;
	size_t more = size + SMALLEST > have ? size + SMALLEST - have : 0;
	if (more == 0)
		return 1;
	char *end = heap_end + (more > GROWTH ? more : GROWTH);
	end = (char *)(((uintptr_t)end + 4095) & ~4095UL);
	if (end < heap_end || (char *)__brk(end) != end)
		return 0;
	heap_end = end;
	top->size = (heap_end - (char *)top) | PREVIOUS_IN_USE;
	return 1;
}

// Whether what stands at the place of a size can be one.
static int is_size(size_t size)
{
	return size > 16 && size < (size_t)(heap_end - heap_start);
}

static struct chunk *from_top(size_t size)
{
	if (heap_start != NULL && heap_end != heap_start) {
		if (size_of(top) > (size_t)(heap_end - heap_start))
			__die("malloc(): corrupted top size\n");
		if (top->size != ((heap_end - (char *)top) | PREVIOUS_IN_USE) && size_of(top) < size + SMALLEST)
			__die("Fatal glibc error: malloc assertion failure in sysmalloc: (old_top == initial_top (av) && old_size == 0) || "
			      "((unsigned long) (old_size) >= MINSIZE && prev_inuse (old_top) && "
			      "((unsigned long) old_end & (pagesize - 1)) == 0)\n");
	}
	if (!grow(size))
		return NULL;
	struct chunk *chunk = top;
	top = after(chunk, size);
	top->size = (heap_end - (char *)top) | PREVIOUS_IN_USE;
	chunk->size = size | PREVIOUS_IN_USE;
	return chunk;
}

// Cuts what is not needed off a chunk in use.
static void trim(struct chunk *chunk, size_t size)
{
	size_t whole = size_of(chunk);
	if (whole - size < SMALLEST)
		return;
	chunk->size = size | (chunk->size & PREVIOUS_IN_USE);
	struct chunk *rest = after(chunk, size);
	rest->size = (whole - size) | PREVIOUS_IN_USE;
	struct chunk *next = after(rest, whole - size);
	if (next == top) {
		top = rest;
		top->size = (heap_end - (char *)top) | PREVIOUS_IN_USE;
		return;
	}
	if (!(after(next, size_of(next))->size & PREVIOUS_IN_USE)) {
		take_out(next);
		put_in(rest, whole - size + size_of(next));
		return;
	}
	put_in(rest, whole - size);
}

static struct chunk *from_free(size_t size)
{
	if (heap_start == NULL)
		return NULL;
	for (struct chunk *chunk = free_chunks.previous; chunk != &free_chunks; chunk = chunk->previous) {
		if (size_of(chunk) < size)
			continue;
		take_out(chunk);
		after(chunk, size_of(chunk))->size |= PREVIOUS_IN_USE;
		trim(chunk, size);
		return chunk;
	}
	return NULL;
}

void *malloc(size_t size)
{
	if (size > PTRDIFF_MAX - 4096) {
		errno = ENOMEM;
		return NULL;
	}
	size_t needed = chunk_size(size);
	size_t which = needed / 16 - 2;
	if (which < KEPT_SIZES && kept[which]) {
		struct chunk *chunk = kept[which];
		if ((uintptr_t)chunk & 15)
			__die("malloc(): unaligned tcache chunk detected\n");
		kept[which] = hidden(chunk, chunk->next);
		kept_count[which]--;
		chunk->previous = NULL;
		return block_of(chunk);
	}
	last_small = NULL;
	struct chunk *chunk = from_free(needed);
	if (chunk == NULL)
		chunk = from_top(needed);
	if (chunk == NULL) {
		errno = ENOMEM;
		return NULL;
	}
	if ((char *)top > untouched)
		untouched = (char *)top;
	return block_of(chunk);
}

static int outside(struct chunk *chunk)
{
	char *place = (char *)chunk;
	return (uintptr_t)place & 15 || heap_start == NULL || place < heap_start || place >= heap_end;
}

static int keep(struct chunk *chunk, size_t which)
{
	if (which >= KEPT_SIZES)
		return 0;
	if (chunk->previous == KEPT_MARK)
		for (struct chunk *other = kept[which]; other; other = hidden(other, other->next))
			if (other == chunk)
				__die("free(): double free detected in tcache 2\n");
	if (kept_count[which] >= KEPT_MOST)
		return 0;
	chunk->next = hidden(chunk, kept[which]);
	chunk->previous = KEPT_MARK;
	kept[which] = chunk;
	kept_count[which]++;
	return 1;
}

static void merge(struct chunk *chunk)
{
	size_t size = size_of(chunk);
	struct chunk *next = after(chunk, size);
	if (!(chunk->size & PREVIOUS_IN_USE)) {
		size_t before = chunk->previous_size;
		chunk = (struct chunk *)((char *)chunk - before);
		if (size_of(chunk) != before)
			__die("corrupted size vs. prev_size while consolidating\n");
		size += before;
		take_out(chunk);
	}
	if (next == top) {
		top = chunk;
		top->size = (heap_end - (char *)top) | PREVIOUS_IN_USE;
		return;
	}
	if (!(after(next, size_of(next))->size & PREVIOUS_IN_USE)) {
		size += size_of(next);
		take_out(next);
	}
	put_in(chunk, size);
}

void free(void *block)
{
	if (block == NULL)
		return;
	struct chunk *chunk = chunk_of(block);
	size_t size = size_of(chunk);
	if (outside(chunk))
		__die("free(): invalid pointer\n");
	if (chunk->size & MAPPED)
		__die("munmap_chunk(): invalid pointer\n");
	if (size == 0)
		__die("free(): invalid pointer\n");
	if (size < SMALLEST || chunk->size & 8)
		__die("free(): invalid size\n");
	if (keep(chunk, size / 16 - 2))
		return;
	size_t room = (char *)top - (char *)chunk;
	struct chunk *next = after(chunk, size);
	if (size <= SMALL_MOST) {
		if (chunk == last_small)
			__die("double free or corruption (fasttop)\n");
		if (chunk >= top || size > room || !is_size(size_of(next)))
			__die("free(): invalid next size (fast)\n");
		last_small = chunk;
	} else {
		if (chunk == top)
			__die("double free or corruption (top)\n");
		if (chunk > top || size > room)
			__die("double free or corruption (out)\n");
		if (!(next->size & PREVIOUS_IN_USE))
			__die("double free or corruption (!prev)\n");
		if (!is_size(size_of(next)))
			__die("free(): invalid next size (normal)\n");
	}
	if (next != top && !(next->size & PREVIOUS_IN_USE))
		__die("double free or corruption (!prev)\n");
	merge(chunk);
}

void *calloc(size_t count, size_t size)
{
	size_t bytes = count * size;
	if (size != 0 && bytes / size != count) {
		errno = ENOMEM;
		return NULL;
	}
	char *known_zero = untouched;
	char *block = malloc(bytes);
	if (block == NULL)
		return NULL;
	size_t used = bytes;
	if (known_zero && block + bytes > known_zero)
		used = block < known_zero ? known_zero - block : 0;
	// The top's size word lies in what was never handed out.
	memset(block, 0, known_zero && used + 16 < bytes ? used + 16 : bytes);
	return block;
}

void *realloc(void *block, size_t size)
{
	if (block == NULL)
		return malloc(size);
	if (size == 0) {
		free(block);
		return NULL;
	}
	struct chunk *chunk = chunk_of(block);
	size_t have = size_of(chunk);
	if (outside(chunk) || have == 0)
		__die("realloc(): invalid pointer\n");
	if (!is_size(have) || have > (size_t)((char *)top - (char *)chunk))
		__die("realloc(): invalid old size\n");
	if (!is_size(size_of(after(chunk, have))))
		__die("realloc(): invalid next size\n");
	if (size > PTRDIFF_MAX - 4096) {
		errno = ENOMEM;
		return NULL;
	}
	size_t needed = chunk_size(size);
	if (needed > have && after(chunk, have) == top && grow(needed - have)) {
		top = after(chunk, needed);
		top->size = (heap_end - (char *)top) | PREVIOUS_IN_USE;
		chunk->size = needed | (chunk->size & PREVIOUS_IN_USE);
		if ((char *)top > untouched)
			untouched = (char *)top;
		return block;
	}
	if (needed <= have) {
		trim(chunk, needed);
		return block;
	}
	void *moved = malloc(size);
	if (moved == NULL)
		return NULL;
	memcpy(moved, block, have - 8);
	free(block);
	return moved;
}

size_t malloc_usable_size(void *block)
{
	return block ? size_of(chunk_of(block)) - 8 : 0;
}
