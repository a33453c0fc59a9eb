// newlocale and its kin.
#include <bits/locale.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>

static const struct __locale c;

// The locale that is named "C" in every category is one for all.
static locale_t kept(const struct __locale *made)
{
	for (int i = 0; i < __CATEGORIES; i++)
		if (made->names[i]) {
			locale_t copy = malloc(sizeof *copy);
			if (copy)
				*copy = *made;
			return copy;
		}
	return (locale_t)&c;
}

locale_t newlocale(int mask, const char *name, locale_t base)
{
	struct __locale made = base ? *base : c;
	if (mask & ~LC_ALL_MASK || name == NULL) {
		errno = EINVAL;
		return NULL;
	}
	for (int i = 0; i < __CATEGORIES; i++) {
		const char *variable = *name ? name : getenv("LC_ALL");
		if (variable == NULL || *variable == 0)
			variable = getenv("LANG");
		if (mask & 1 << i && __find_locale(variable && *variable ? variable : "C", &made.names[i]) == -1)
			return NULL;
	}
	if (base)
		freelocale(base);
	return kept(&made);
}

locale_t duplocale(locale_t locale)
{
	return kept(locale == LC_GLOBAL_LOCALE ? &__global_locale : locale);
}

void freelocale(locale_t locale)
{
	if (locale != &c)
		free(locale);
}

locale_t uselocale(locale_t locale)
{
	locale_t before = __used_locale ? __used_locale : LC_GLOBAL_LOCALE;
	if (locale != NULL)
		__use_locale(locale == LC_GLOBAL_LOCALE ? NULL : locale);
	return before;
}
