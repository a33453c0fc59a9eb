// Blocks with a greater alignment: the block is a place inside a larger one, which is never given back.
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>

void *memalign(size_t alignment, size_t size)
{
	if (alignment <= 16)
		return malloc(size);
	struct head {
		size_t previous_size, size;
	};
	char *block = malloc(size + 2 * alignment + 32);
	if (block == NULL)
		return NULL;
	char *aligned = (char *)(((uintptr_t)block + 32 + alignment - 1) & -alignment);
	// The larger block is cut in two: its first part stays allocated, the second begins at the aligned place.
	struct head *whole = (struct head *)(block - 16);
	struct head *part = (struct head *)(aligned - 16);
	size_t before = (char *)part - (char *)whole;
	part->size = ((whole->size & ~15UL) - before) | 1;
	whole->size = before | (whole->size & 1);
	free(block);
	return aligned;
}

void *aligned_alloc(size_t alignment, size_t size)
{
	return memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
	if (alignment < sizeof(void *) || alignment & (alignment - 1))
		return EINVAL;
	void *got = memalign(alignment, size);
	if (got == NULL)
		return ENOMEM;
	*block = got;
	return 0;
}

void *valloc(size_t size)
{
	return memalign(4096, size);
}

void *pvalloc(size_t size)
{
	return memalign(4096, (size + 4095) & ~4095UL);
}
