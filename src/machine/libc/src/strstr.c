// strstr.
#include <string.h>

char *strstr(const char *haystack, const char *needle)
{
	size_t length = strlen(needle);
	if (length == 0)
		return (char *)haystack;
	while ((haystack = strchr(haystack, *needle))) {
		if (strncmp(haystack, needle, length) == 0)
			return (char *)haystack;
		haystack++;
	}
	return NULL;
}
