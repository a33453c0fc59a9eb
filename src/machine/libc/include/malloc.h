// <malloc.h>: an old place of malloc's declaration.
#ifndef _MALLOC_H
#define _MALLOC_H

#include <stdlib.h>

size_t malloc_usable_size(void *block);
void *memalign(size_t alignment, size_t size);
void *pvalloc(size_t size);

#endif
