// fwrite: items.
#include <bits/file.h>

size_t fwrite(const void *items, size_t size, size_t count, FILE *stream)
{
	size_t bytes = size * count;
	if (bytes == 0)
		return 0;
	size_t put = __put(stream, items, bytes);
	return put == bytes || put == (size_t)EOF ? count : put / size;
}
