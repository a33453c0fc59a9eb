// reallocarray: realloc that notices when the product is too big.
#include <errno.h>
#include <stdlib.h>

void *reallocarray(void *block, size_t count, size_t size)
{
	size_t bytes = count * size;
	if (size != 0 && bytes / size != count) {
		errno = ENOMEM;
		return NULL;
	}
	return realloc(block, bytes);
}
