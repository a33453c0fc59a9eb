// strspn, strcspn, strpbrk.
#include <string.h>

size_t strspn(const char *s, const char *accept)
{
	size_t length = 0;
	while (s[length] && strchr(accept, s[length]))
		length++;
	return length;
}

size_t strcspn(const char *s, const char *reject)
{
	size_t length = 0;
	while (s[length] && !strchr(reject, s[length]))
		length++;
	return length;
}

char *strpbrk(const char *s, const char *accept)
{
	s += strcspn(s, accept);
	return *s ? (char *)s : NULL;
}
