// A locale: "C", and the same with characters in UTF-8.
#ifndef _BITS_LOCALE_H
#define _BITS_LOCALE_H

typedef struct __locale *locale_t;

#define __CATEGORIES 13

// The name of each category, by its number (that of LC_ALL stays NULL). NULL is "C"; every other name is one of UTF-8.
struct __locale {
	const char *names[__CATEGORIES];
};

extern struct __locale __global_locale;
extern locale_t __used_locale; // NULL: the global one

// Whether characters may have several bytes, that is, the locale in use has its LC_CTYPE in UTF-8.
extern int __multibyte;

// To be called when a locale that may be in use has changed.
void __use_locale(locale_t locale);

// The name to be kept, or NULL with errno when there is no such locale. NULL in *kept is "C".
int __find_locale(const char *name, const char **kept);

#endif
