// glob: the paths that match a pattern, found component by component.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <glob.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LONGEST 4096

typedef int (*failed_t)(const char *path, int error);

struct search {
	glob_t *result;
	int flags;
	failed_t failed;
};

static int add(glob_t *result, const char *path, int is_directory)
{
	size_t before = result->gl_flags & GLOB_DOOFFS ? result->gl_offs : 0, length = strlen(path);
	char **paths = realloc(result->gl_pathv, (before + result->gl_pathc + 2) * sizeof *paths);
	if (paths == NULL)
		return GLOB_NOSPACE;
	result->gl_pathv = paths;
	char *copy = malloc(length + 2);
	if (copy == NULL)
		return GLOB_NOSPACE;
	memcpy(copy, path, length + 1);
	if (is_directory && (length == 0 || copy[length - 1] != '/'))
		strcpy(copy + length, "/");
	for (size_t i = 0; result->gl_pathc == 0 && i < before; i++)
		paths[i] = NULL;
	paths[before + result->gl_pathc++] = copy;
	paths[before + result->gl_pathc] = NULL;
	return 0;
}

static int has_magic(const char *text, size_t length, int flags)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '*' || text[i] == '?' || (text[i] == '[' && memchr(text + i, ']', length - i)))
			return 1;
		if (text[i] == '\\' && !(flags & GLOB_NOESCAPE) && i + 1 < length)
			i++;
	}
	return 0;
}

/* A pattern without magic as the name it means. */
static void unescape(char *to, const char *from, size_t length, int flags)
{
	for (size_t i = 0; i < length; i++) {
		if (from[i] == '\\' && !(flags & GLOB_NOESCAPE) && i + 1 < length)
			i++;
		*to++ = from[i];
	}
	*to = '\0';
}

static int is_directory(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int search(const struct search *how, char *path, size_t length, const char *pattern);

/* A path of which `path` is known to exist as far as `length`, and `pattern` may follow. */
static int found(const struct search *how, char *path, size_t length, const char *pattern)
{
	struct stat status;
	if (*pattern != '\0') {
		while (*pattern == '/' && length + 1 < LONGEST)
			path[length++] = *pattern++;
		path[length] = '\0';
		return is_directory(path) ? search(how, path, length, pattern) : 0;
	}
	if (lstat(path, &status) == -1 || (how->flags & GLOB_ONLYDIR && !is_directory(path)))
		return 0;
	return add(how->result, path, how->flags & GLOB_MARK && is_directory(path));
}

static int search(const struct search *how, char *path, size_t length, const char *pattern)
{
	size_t part = strcspn(pattern, "/");
	char component[LONGEST];
	if (part == 0)
		return length == 0 ? 0 : found(how, path, length, pattern);
	if (part >= LONGEST || length + part >= LONGEST)
		return 0;
	if (!has_magic(pattern, part, how->flags)) {
		struct stat status;
		unescape(path + length, pattern, part, how->flags);
		if (lstat(path, &status) == -1)
			return 0;
		// A name that is written out need not be a directory's.
		if (pattern[part] == '\0')
			return add(how->result, path, how->flags & GLOB_MARK && is_directory(path));
		return found(how, path, strlen(path), pattern + part);
	}
	memcpy(component, pattern, part);
	component[part] = '\0';
	DIR *directory = opendir(length == 0 ? "." : path);
	if (directory == NULL) {
		int stop = how->failed != NULL && how->failed(path, errno) != 0;
		return stop || how->flags & GLOB_ERR ? GLOB_ABORTED : 0;
	}
	// GLOB_PERIOD is about the last part of the path only.
	int hidden = how->flags & GLOB_PERIOD && pattern[part] == '\0';
	int flags = (hidden ? 0 : FNM_PERIOD) | (how->flags & GLOB_NOESCAPE ? FNM_NOESCAPE : 0);
	struct dirent *entry;
	int error = 0;
	while (error == 0 && (entry = readdir(directory)) != NULL) {
		size_t size = strlen(entry->d_name);
		if (fnmatch(component, entry->d_name, flags) != 0 || length + size >= LONGEST)
			continue;
		memcpy(path + length, entry->d_name, size + 1);
		error = found(how, path, length + size, pattern + part);
	}
	path[length] = '\0';
	closedir(directory);
	return error;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* `~` and `~user` at the beginning; 0, or GLOB_NOMATCH when there is no such user and that matters. */
static int expand_home(char *expanded, const char *pattern, int flags)
{
	size_t part = strcspn(pattern, "/");
	char name[64];
	const char *home = NULL;
	if (*pattern == '~' && flags & (GLOB_TILDE | GLOB_TILDE_CHECK) && part < sizeof name) {
		memcpy(name, pattern + 1, part - 1);
		name[part - 1] = '\0';
		struct passwd *user = part > 1 ? getpwnam(name) : getpwuid(getuid());
		home = part == 1 ? getenv("HOME") : NULL;
		if (home == NULL && user != NULL)
			home = user->pw_dir;
		if (home == NULL && flags & GLOB_TILDE_CHECK)
			return GLOB_NOMATCH;
	}
	if (home == NULL) {
		home = "";
		part = 0;
	}
	if (strlen(home) + strlen(pattern + part) >= LONGEST)
		return GLOB_NOSPACE;
	strcpy(expanded, home);
	strcat(expanded, pattern + part);
	return 0;
}

static int one(const char *pattern, const struct search *how)
{
	char expanded[LONGEST], path[LONGEST] = "";
	size_t length = 0;
	int error = expand_home(expanded, pattern, how->flags);
	if (error != 0)
		return error;
	size_t begin = how->result->gl_pathc;
	const char *rest = expanded;
	while (*rest == '/')
		path[length++] = *rest++;
	path[length] = '\0';
	if (expanded[0] != '\0' && pattern[0] == '~' && strcmp(pattern, expanded) != 0 && strchr(pattern, '/') == NULL)
		return add(how->result, expanded, how->flags & GLOB_MARK);
	error = *rest == '\0' ? (length > 0 ? add(how->result, path, 0) : 0) : search(how, path, length, rest);
	if (error == 0 && how->result->gl_pathc == begin) {
		int plain = !has_magic(pattern, strlen(pattern), how->flags);
		if (how->flags & GLOB_NOCHECK || (how->flags & GLOB_NOMAGIC && plain && *pattern))
			return add(how->result, pattern, 0);
		return GLOB_NOMATCH;
	}
	size_t offset = how->result->gl_flags & GLOB_DOOFFS ? how->result->gl_offs : 0;
	if (!(how->flags & GLOB_NOSORT) && how->result->gl_pathc > begin)
		qsort(how->result->gl_pathv + offset + begin, how->result->gl_pathc - begin, sizeof(char *), by_name);
	return error;
}

/* Behind the alternative that begins here: its `,` or `}`; NULL when there is none. */
static const char *alternative_end(const char *text)
{
	for (int depth = 0; *text != '\0'; text++) {
		if (*text == '\\' && text[1] != '\0')
			text++;
		else if (*text == '{')
			depth++;
		else if ((*text == '}' || *text == ',') && depth == 0)
			return text;
		else if (*text == '}')
			depth--;
	}
	return NULL;
}

/* {a,b}: each alternative is a pattern of its own. */
static int braces(const char *pattern, const struct search *how)
{
	const char *open = pattern;
	while (*open != '\0' && (*open != '{' || open[1] == '}'))
		open += *open == '\\' && open[1] != '\0' ? 2 : 1;
	const char *close = *open == '\0' ? NULL : open;
	while (close != NULL && *close != '}')
		close = alternative_end(close + 1);
	if (!(how->flags & GLOB_BRACE) || close == NULL)
		return one(pattern, how);
	int error = GLOB_NOMATCH;
	for (const char *at = open + 1;;) {
		const char *end = alternative_end(at);
		char each[LONGEST];
		size_t before = (size_t)(open - pattern), middle = (size_t)(end - at);
		if (before + middle + strlen(close + 1) >= LONGEST)
			return GLOB_NOSPACE;
		memcpy(each, pattern, before);
		memcpy(each + before, at, middle);
		strcpy(each + before + middle, close + 1);
		int result = braces(each, how);
		if (result != GLOB_NOMATCH && result != 0)
			return result;
		if (result == 0)
			error = 0;
		if (*end == '}')
			return error;
		at = end + 1;
	}
}

int glob(const char *pattern, int flags, failed_t failed, glob_t *result)
{
	struct search how = {result, flags, failed};
	if (!(flags & GLOB_APPEND)) {
		result->gl_pathc = 0;
		result->gl_pathv = NULL;
		if (!(flags & GLOB_DOOFFS))
			result->gl_offs = 0;
	}
	result->gl_flags = flags;
	return braces(pattern, &how);
}

void globfree(glob_t *result)
{
	size_t offset = result->gl_flags & GLOB_DOOFFS ? result->gl_offs : 0;
	for (size_t i = 0; result->gl_pathv != NULL && i < result->gl_pathc; i++)
		free(result->gl_pathv[offset + i]);
	free(result->gl_pathv);
	result->gl_pathv = NULL;
	result->gl_pathc = 0;
}
