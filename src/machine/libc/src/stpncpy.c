// stpncpy: strncpy that returns the end.
#include <string.h>

char *stpncpy(char *to, const char *from, size_t n)
{
	strncpy(to, from, n);
	return to + strnlen(to, n);
}
