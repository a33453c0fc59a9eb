// localeconv: how the C locale writes numbers.
#include <limits.h>
#include <locale.h>

struct lconv *localeconv(void)
{
	static struct lconv numbers = {".", "", "", "", "", "", "", "", "", "", CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX,
		CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX};
	return &numbers;
}
