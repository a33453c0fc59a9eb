// fread: items.
#include <bits/file.h>

size_t fread(void *items, size_t size, size_t count, FILE *stream)
{
	size_t bytes = size * count;
	if (bytes == 0)
		return 0;
	size_t got = __get(stream, items, bytes);
	return got == bytes ? count : got / size;
}
