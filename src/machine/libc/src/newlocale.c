// newlocale and its kin: there is one locale, so each of them is that one.
#include <errno.h>
#include <locale.h>
#include <string.h>

struct __locale {
	const char *name;
};

static struct __locale c = {"C"};
static locale_t used = LC_GLOBAL_LOCALE;

locale_t newlocale(int categories, const char *name, locale_t base)
{
	(void)base;
	if (categories & ~LC_ALL_MASK || name == NULL) {
		errno = EINVAL;
		return NULL;
	}
	if (*name != 0 && strcmp(name, "C") != 0 && strcmp(name, "POSIX") != 0) {
		errno = ENOENT;
		return NULL;
	}
	return &c;
}

locale_t duplocale(locale_t locale)
{
	(void)locale;
	return &c;
}

void freelocale(locale_t locale)
{
	(void)locale;
}

locale_t uselocale(locale_t locale)
{
	locale_t before = used;
	if (locale != NULL)
		used = locale;
	return before;
}
