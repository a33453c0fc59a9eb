// a64l and l64a: 32 bits as six letters, the lowest first.
#include <stdlib.h>
#include <string.h>

static const char letters[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

long a64l(const char *text)
{
	unsigned int value = 0;
	for (int i = 0; i < 6 && text[i] != '\0'; i++) {
		const char *found = strchr(letters, text[i]);
		if (found == NULL)
			break;
		value |= (unsigned int)(found - letters) << (6 * i);
	}
	return (long)value;
}

char *l64a(long value)
{
	static char text[7];
	unsigned int rest = (unsigned int)value;
	char *at = text;
	while (rest != 0) {
		*at++ = letters[rest & 63];
		rest >>= 6;
	}
	*at = '\0';
	return text;
}
