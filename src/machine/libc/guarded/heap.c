// The heap of a program that is watched: the computer keeps its blocks, with the line that asked for each.
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *__block_new(size_t size, size_t alignment);
void __block_free(void *block);
size_t __block_size(void *block);

static void *new_block(size_t alignment, size_t size)
{
	void *block = size > PTRDIFF_MAX - 4096 ? NULL : __block_new(size, alignment);
	if (block == NULL)
		errno = ENOMEM;
	return block;
}

void *malloc(size_t size)
{
	return new_block(16, size);
}

void free(void *block)
{
	if (block != NULL)
		__block_free(block);
}

void *calloc(size_t count, size_t size)
{
	if (size != 0 && count > PTRDIFF_MAX / size) {
		errno = ENOMEM;
		return NULL;
	}
	return new_block(16, count * size);
}

void *realloc(void *block, size_t size)
{
	if (block == NULL)
		return new_block(16, size);
	if (size == 0) {
		__block_free(block);
		return NULL;
	}
	size_t have = __block_size(block);
	void *moved = new_block(16, size);
	if (moved == NULL)
		return NULL;
	memcpy(moved, block, have < size ? have : size);
	__block_free(block);
	return moved;
}

size_t malloc_usable_size(void *block)
{
	return block ? __block_size(block) : 0;
}

static void *new_aligned(size_t alignment, size_t size)
{
	return new_block(alignment < 16 ? 16 : alignment, size);
}

void *memalign(size_t alignment, size_t size)
{
	return new_aligned(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
	return new_aligned(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
	if (alignment < sizeof(void *) || alignment & (alignment - 1))
		return EINVAL;
	void *got = new_aligned(alignment, size);
	if (got == NULL)
		return ENOMEM;
	*block = got;
	return 0;
}

void *valloc(size_t size)
{
	return new_aligned(4096, size);
}

void *pvalloc(size_t size)
{
	return new_aligned(4096, (size + 4095) & ~4095UL);
}
