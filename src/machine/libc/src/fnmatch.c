// fnmatch: patterns of file names.
#define _GNU_SOURCE
#include <ctype.h>
#include <fnmatch.h>
#include <string.h>

static int folded(int c, int flags)
{
	return flags & FNM_CASEFOLD ? tolower(c) : c;
}

/* Whether [:name:] at `pattern` has the letter; `*pattern` moves behind it. */
static int in_class(const char **pattern, int c)
{
	static const struct {
		const char *name;
		int (*holds)(int);
	} classes[] = {
		{"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl}, {"digit", isdigit}, {"graph", isgraph},
		{"lower", islower}, {"print", isprint}, {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit},
	};
	const char *name = *pattern + 2, *end = strstr(name, ":]");
	*pattern = end + 2;
	for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
		if (strlen(classes[i].name) == (size_t)(end - name) && strncmp(classes[i].name, name, (size_t)(end - name)) == 0)
			return classes[i].holds(c) != 0;
	return 0;
}

/* Whether the set behind `[` has the letter; NULL when it is no set. `*pattern` moves behind its `]`. */
static int in_set(const char **pattern, int c, int flags, int *has)
{
	const char *p = *pattern;
	int inverted = *p == '!' || *p == '^';
	*has = 0;
	if (inverted)
		p++;
	for (int first = 1; first || *p != ']'; first = 0) {
		if (*p == '\0')
			return 0;
		if (p[0] == '[' && p[1] == ':' && strstr(p + 2, ":]") != NULL) {
			if (in_class(&p, c))
				*has = 1;
			continue;
		}
		if (*p == '\\' && !(flags & FNM_NOESCAPE) && p[1] != '\0')
			p++;
		int low = folded((unsigned char)*p++, flags), high = low;
		if (p[0] == '-' && p[1] != ']' && p[1] != '\0') {
			p++;
			if (*p == '\\' && !(flags & FNM_NOESCAPE) && p[1] != '\0')
				p++;
			high = folded((unsigned char)*p++, flags);
		}
		if (low <= folded(c, flags) && folded(c, flags) <= high)
			*has = 1;
	}
	*pattern = p + 1;
	if (inverted)
		*has = !*has;
	return 1;
}

static int matches(const char *pattern, const char *text, const char *begin, int flags)
{
	for (; *pattern != '\0'; text++) {
		int leading = *text == '.' && (flags & FNM_PERIOD)
			&& (text == begin || ((flags & FNM_PATHNAME) && text[-1] == '/'));
		int c = (unsigned char)*pattern++;
		if (c == '*') {
			if (leading)
				return 0;
			while (*pattern == '*')
				pattern++;
			for (;; text++) {
				if (matches(pattern, text, begin, flags))
					return 1;
				if (*text == '\0' || (*text == '/' && (flags & FNM_PATHNAME)))
					return 0;
			}
		}
		if (*text == '\0')
			return 0;
		if (c == '?' || c == '[') {
			const char *behind = pattern;
			int has = 1, set = c == '?' || in_set(&behind, (unsigned char)*text, flags, &has);
			if (set) {
				if (!has || leading || (*text == '/' && (flags & FNM_PATHNAME)))
					return 0;
				pattern = behind;
				continue;
			}
		}
		if (c == '\\' && !(flags & FNM_NOESCAPE)) {
			if (*pattern == '\0')
				return 0;
			c = (unsigned char)*pattern++;
		}
		if (folded(c, flags) != folded((unsigned char)*text, flags))
			return 0;
	}
	return *text == '\0' || (*text == '/' && (flags & FNM_LEADING_DIR));
}

int fnmatch(const char *pattern, const char *text, int flags)
{
	return matches(pattern, text, text, flags) ? 0 : FNM_NOMATCH;
}
