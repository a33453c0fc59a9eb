// rpmatch, memfrob, strfry: an answer's yes or no; bytes made unreadable; letters in another order.
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

int rpmatch(const char *answer)
{
	switch (answer[0]) {
	case 'y':
	case 'Y':
		return 1;
	case 'n':
	case 'N':
		return 0;
	default:
		return -1;
	}
}

void *memfrob(void *s, size_t n)
{
	unsigned char *byte = s;
	while (n-- > 0)
		*byte++ ^= 42;
	return s;
}

char *strfry(char *text)
{
	static unsigned int seed = 1;
	size_t length = strlen(text);
	for (size_t i = 0; i + 1 < length; i++) {
		size_t other = i + rand_r(&seed) % (length - i);
		char c = text[i];
		text[i] = text[other];
		text[other] = c;
	}
	return text;
}
