// malloc and its kin: alignment, distances, reuse, contents.
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned int seed = 7;

static unsigned int chance(unsigned int below)
{
	seed = seed * 1103515245 + 12345;
	return (seed >> 8) % below;
}

static int all(const unsigned char *block, size_t size, int byte)
{
	for (size_t i = 0; i < size; i++)
		if (block[i] != byte)
			return 0;
	return 1;
}

static void distances(void)
{
	char *blocks[6];
	static const size_t sizes[] = {1, 24, 25, 40, 41, 100};
	for (int i = 0; i < 6; i++)
		blocks[i] = malloc(sizes[i]);
	for (int i = 1; i < 6; i++)
		printf("%d ", (int)(blocks[i] - blocks[i - 1]));
	printf("%zu %zu %zu\n", malloc_usable_size(blocks[0]), malloc_usable_size(blocks[2]), malloc_usable_size(blocks[5]));
	char *kept = blocks[1];
	free(blocks[1]);
	free(blocks[0]);
	printf("%d %d\n", malloc(20) == (void *)blocks[0], malloc(24) == (void *)kept);
}

static void limits(void)
{
	errno = 0;
	void *too_much = malloc(SIZE_MAX / 2);
	printf("%d %d ", too_much == NULL, errno == ENOMEM);
	errno = 0;
	printf("%d %d ", calloc(SIZE_MAX / 2, 4) == NULL, errno == ENOMEM);
	void *aligned = aligned_alloc(256, 512), *other;
	printf("%d %d ", (int)((uintptr_t)aligned % 256), posix_memalign(&other, 3, 10));
	free(aligned);
	free(NULL);
	printf("%d\n", realloc(malloc(10), 0) == NULL);
}

static void many(void)
{
	static unsigned char *blocks[100];
	static size_t sizes[100];
	int wrong = 0;
	for (int i = 0; i < 3000; i++) {
		int which = chance(100);
		size_t size = chance(8) ? chance(300) : chance(9000);
		unsigned char *block = blocks[which];
		if (block && !all(block, sizes[which], which))
			wrong++;
		if (block == NULL) {
			blocks[which] = block = chance(2) ? malloc(size) : calloc(1, size);
			wrong += (uintptr_t)block % 16 != 0;
		} else if (chance(3) == 0) {
			size_t kept = size < sizes[which] ? size : sizes[which];
			blocks[which] = block = realloc(block, size + 1);
			wrong += !all(block, kept, which);
		} else {
			free(block);
			blocks[which] = NULL;
			continue;
		}
		sizes[which] = size;
		memset(block, which, size);
	}
	printf("wrong: %d\n", wrong);
}

int main(void)
{
	distances();
	limits();
	many();
	return 0;
}
