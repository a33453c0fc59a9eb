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

static int matches(const char *pattern, const char *text, const char *begin, int flags);

/* Where an alternative of a group ends: at its | or, as the last one, at its ). NULL: no group ends here. */
static const char *end_of_alternative(const char *pattern)
{
	int depth = 0;
	for (; *pattern != '\0'; pattern++) {
		if (*pattern == '\\' && pattern[1] != '\0') {
			pattern++;
		} else if (*pattern == '[') {
			const char *behind = pattern + 1;
			int has;
			if (in_set(&behind, 'a', 0, &has))
				pattern = behind - 1;
		} else if (strchr("?*+@!", *pattern) && pattern[1] == '(') {
			depth++;
			pattern++;
		} else if (*pattern == ')' && depth-- == 0) {
			return pattern;
		} else if (*pattern == '|' && depth == 0) {
			return pattern;
		}
	}
	return NULL;
}

static const char *end_of_group(const char *pattern)
{
	const char *end = end_of_alternative(pattern);
	while (end != NULL && *end == '|')
		end = end_of_alternative(end + 1);
	return end;
}

/* Whether an alternative of the group is the text from `text` to `end`. */
static int one_matches(const char *group, const char *text, const char *end, const char *begin, int flags)
{
	char part[end - begin + 1];
	memcpy(part, begin, end - begin);
	part[end - begin] = '\0';
	for (const char *at = group;; at++) {
		const char *stop = end_of_alternative(at);
		char one[stop - at + 1];
		memcpy(one, at, stop - at);
		one[stop - at] = '\0';
		if (matches(one, part + (text - begin), part, flags & ~FNM_LEADING_DIR))
			return 1;
		if (*stop == ')')
			return 0;
		at = stop;
	}
}

/* A group such as +(a|b), `group` behind its parenthesis, and what follows it. */
static int group_matches(char kind, const char *group, const char *text, const char *begin, int flags)
{
	const char *rest = end_of_group(group) + 1;
	if ((kind == '*' || kind == '?') && matches(rest, text, begin, flags))
		return 1;
	for (const char *end = text;; end++) {
		int is_one = one_matches(group, text, end, begin, flags);
		if (kind == '!' ? !is_one : is_one) {
			if (matches(rest, end, begin, flags))
				return 1;
			if ((kind == '*' || kind == '+') && end > text && group_matches(kind, group, end, begin, flags))
				return 1;
		}
		if (*end == '\0')
			return 0;
	}
}

static int matches(const char *pattern, const char *text, const char *begin, int flags)
{
	for (; *pattern != '\0'; text++) {
		int leading = *text == '.' && (flags & FNM_PERIOD)
			&& (text == begin || ((flags & FNM_PATHNAME) && text[-1] == '/'));
		int c = (unsigned char)*pattern++;
		if (flags & FNM_EXTMATCH && *pattern == '(' && strchr("?*+@!", c) && end_of_group(pattern + 1))
			return group_matches(c, pattern + 1, text, begin, flags);
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
