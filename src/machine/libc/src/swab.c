// swab: the bytes of each pair change places.
#include <unistd.h>

void swab(const void *from, void *to, ssize_t count)
{
	const char *source = from;
	char *target = to;
	for (ssize_t i = 0; i + 1 < count; i += 2) {
		char first = source[i];
		target[i] = source[i + 1];
		target[i + 1] = first;
	}
}
