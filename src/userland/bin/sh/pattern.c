/* Patterns: `*`, `?`, `[…]`, and the names of files that match one. A backslash takes a character as it is. */
#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "sh.h"

static int in_class(const char *name, size_t length, unsigned char c)
{
	static const struct {
		const char *name;
		int (*is)(int);
	} classes[] = {
		{"alpha", isalpha}, {"digit", isdigit}, {"alnum", isalnum}, {"upper", isupper}, {"lower", islower},
		{"space", isspace}, {"punct", ispunct}, {"xdigit", isxdigit}, {"blank", isblank}, {"print", isprint},
		{"graph", isgraph}, {"cntrl", iscntrl}
	};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (strlen(classes[i].name) == length && strncmp(classes[i].name, name, length) == 0)
			return classes[i].is(c) != 0;
	return 0;
}

/* After `[`. The end of the bracket expression, or NULL when it is none. */
static const char *bracket(const char *pattern, unsigned char c, int *found)
{
	int negated = *pattern == '!' || *pattern == '^';
	int any = 0;
	pattern += negated;
	for (const char *first = pattern; *pattern != ']' || pattern == first;) {
		if (*pattern == 0)
			return NULL;
		if (*pattern == '[' && pattern[1] == ':') {
			const char *end = strstr(pattern + 2, ":]");
			if (end) {
				any |= in_class(pattern + 2, end - pattern - 2, c);
				pattern = end + 2;
				continue;
			}
		}
		if (*pattern == '\\' && pattern[1])
			pattern++;
		unsigned char from = *pattern++;
		unsigned char to = from;
		if (*pattern == '-' && pattern[1] && pattern[1] != ']') {
			pattern++;
			if (*pattern == '\\' && pattern[1])
				pattern++;
			to = *pattern++;
		}
		any |= from <= c && c <= to;
	}
	*found = any != negated;
	return pattern + 1;
}

int matches(const char *pattern, const char *text)
{
	for (;; pattern++, text++) {
		switch (*pattern) {
		case 0:
			return *text == 0;
		case '*':
			while (*pattern == '*')
				pattern++;
			for (;; text++) {
				if (matches(pattern, text))
					return 1;
				if (*text == 0)
					return 0;
			}
		case '?':
			if (*text == 0)
				return 0;
			break;
		case '[': {
			int found = 0;
			const char *end = bracket(pattern + 1, *text, &found);
			if (end == NULL) {
				if (*text != '[')
					return 0;
				break;
			}
			if (*text == 0 || !found)
				return 0;
			pattern = end - 1;
			break;
		}
		case '\\':
			if (pattern[1])
				pattern++;
			/* fall through */
		default:
			if (*pattern != *text)
				return 0;
		}
	}
}

static void add(char ***list, int *count, int *room, const char *name)
{
	if (*count + 1 >= *room) {
		int more = *room * 2 + 16;
		char **larger = keep(more * sizeof *larger);
		if (*count > 0)
			memcpy(larger, *list, *count * sizeof *larger);
		*list = larger;
		*room = more;
	}
	(*list)[(*count)++] = keep_text(name, strlen(name));
}

static int compare(const void *first, const void *second)
{
	return strcmp(*(char *const *)first, *(char *const *)second);
}

static int has_pattern(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\\')
			i++;
		else if (strchr("*?[", text[i]))
			return 1;
	}
	return 0;
}

/* Copies a part of a pattern that is to be taken as it is. */
static size_t copy_plain(char *to, const char *pattern, size_t length)
{
	size_t filled = 0;
	for (size_t i = 0; i < length; i++) {
		if (pattern[i] == '\\' && i + 1 < length)
			i++;
		to[filled++] = pattern[i];
	}
	return filled;
}

#define LONGEST 4096

static void walk(char *path, size_t length, const char *pattern, char ***list, int *count, int *room)
{
	struct stat status;
	while (*pattern == '/' && length + 1 < LONGEST)
		path[length++] = *pattern++;
	path[length] = 0;
	if (*pattern == 0) {
		if (lstat(path, &status) == 0)
			add(list, count, room, path);
		return;
	}
	size_t part = strcspn(pattern, "/");
	if (length + part + 2 >= LONGEST)
		return;
	if (!has_pattern(pattern, part)) {
		length += copy_plain(path + length, pattern, part);
		path[length] = 0;
		if (pattern[part] || lstat(path, &status) == 0)
			walk(path, length, pattern + part, list, count, room);
		return;
	}
	char *name = keep_text(pattern, part);
	DIR *directory = opendir(length ? path : ".");
	if (directory == NULL)
		return;
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		size_t size = strlen(entry->d_name);
		if (entry->d_name[0] == '.' && name[0] != '.')
			continue;
		if (!matches(name, entry->d_name) || length + size + 2 >= LONGEST)
			continue;
		memcpy(path + length, entry->d_name, size + 1);
		if (pattern[part] == 0)
			add(list, count, room, path);
		else if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
			walk(path, length + size, pattern + part, list, count, room);
		path[length] = 0;
	}
	closedir(directory);
}

int glob_into(const char *pattern, char ***list, int *count, int *room)
{
	char path[LONGEST];
	int before = *count;
	walk(path, 0, pattern, list, count, room);
	if (*count > before)
		qsort(*list + before, *count - before, sizeof **list, compare);
	return *count - before;
}
