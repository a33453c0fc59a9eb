// setlocale: there is one locale.
#include <errno.h>
#include <locale.h>
#include <string.h>

char *setlocale(int category, const char *locale)
{
	(void)category;
	if (locale == NULL || *locale == 0 || strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)
		return "C";
	errno = ENOENT;
	return NULL;
}
