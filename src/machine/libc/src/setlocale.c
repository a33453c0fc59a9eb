// setlocale: "C", "POSIX", and "C." with a spelling of UTF-8.
#include <bits/format.h>
#include <bits/locale.h>
#include <bits/wide-text.h>
#include <ctype.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define NAME_MAX_HERE 24

static const char *const categories[__CATEGORIES] = {"LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", NULL,
	"LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION"};

static int encode_letter(char *bytes, int letter)
{
	return letter < 0 || (letter >= 0xd800 && letter < 0xe000) ? -1 : __encode_utf8(bytes, letter);
}

void __use_locale(locale_t locale)
{
	__used_locale = locale;
	__multibyte = (locale ? locale : &__global_locale)->names[LC_CTYPE] != NULL;
	__encode_letter = __multibyte ? encode_letter : NULL;
}

// Whether a codeset's name has the letters and digits of "utf8".
static int means_utf8(const char *codeset)
{
	const char *wanted = "utf8";
	for (; *codeset; codeset++)
		if (isalnum((unsigned char)*codeset) && tolower((unsigned char)*codeset) != *wanted++)
			return 0;
	return *wanted == 0;
}

int __find_locale(const char *name, const char **kept)
{
	*kept = NULL;
	if (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
		return 0;
	if (strncmp(name, "C.", 2) == 0 && strlen(name) < NAME_MAX_HERE && means_utf8(name + 2)) {
		*kept = strcmp(name, "C.UTF-8") == 0 ? "C.UTF-8" : strdup(name);
		return 0;
	}
	errno = strchr(name, '/') ? EINVAL : ENOENT;
	return -1;
}

static const char *name_of(int category)
{
	const char *name = __global_locale.names[category];
	return name ? name : "C";
}

// The one name that all categories have, or each with its own.
static char *name_of_all(void)
{
	static char text[__CATEGORIES * (NAME_MAX_HERE + 20)];
	int same = 1;
	for (int i = 0; i < __CATEGORIES; i++)
		same = same && (i == LC_ALL || strcmp(name_of(i), name_of(0)) == 0);
	if (same)
		return (char *)name_of(0);
	text[0] = 0;
	for (int i = 0; i < __CATEGORIES; i++) {
		if (i == LC_ALL)
			continue;
		strcat(text, i > 0 ? ";" : "");
		strcat(text, categories[i]);
		strcat(text, "=");
		strcat(text, name_of(i));
	}
	return text;
}

// What the environment wants of a category.
static const char *wanted(int category)
{
	const char *variables[] = {"LC_ALL", categories[category], "LANG"};
	for (int i = 0; i < 3; i++) {
		const char *value = getenv(variables[i]);
		if (value && *value)
			return value;
	}
	return "C";
}

// The part of LC_CTYPE=…;LC_NUMERIC=…;… that speaks of a category, in `name`.
static int part_of(const char *all, int category, char *name)
{
	size_t length = strlen(categories[category]);
	for (const char *at = all; at; at = strchr(at, ';') ? strchr(at, ';') + 1 : NULL) {
		if (strncmp(at, categories[category], length) != 0 || at[length] != '=')
			continue;
		size_t size = strcspn(at + length + 1, ";");
		if (size >= NAME_MAX_HERE)
			return -1;
		memcpy(name, at + length + 1, size);
		name[size] = 0;
		return 0;
	}
	return -1;
}

static int find(const char *locale, int category, const char **kept)
{
	char name[NAME_MAX_HERE];
	if (strchr(locale, ';') == NULL)
		return __find_locale(*locale ? locale : wanted(category), kept);
	if (part_of(locale, category, name) == 0)
		return __find_locale(name, kept);
	errno = EINVAL;
	return -1;
}

char *setlocale(int category, const char *locale)
{
	const char *names[__CATEGORIES] = {NULL};
	if (category < 0 || category >= __CATEGORIES) {
		errno = EINVAL;
		return NULL;
	}
	if (locale) {
		for (int i = 0; i < __CATEGORIES; i++)
			if (i != LC_ALL && (category == LC_ALL || category == i) && find(locale, i, &names[i]) == -1)
				return NULL;
		for (int i = 0; i < __CATEGORIES; i++)
			if (category == LC_ALL || category == i)
				__global_locale.names[i] = names[i];
		__use_locale(__used_locale);
	}
	return category == LC_ALL ? name_of_all() : (char *)name_of(category);
}
