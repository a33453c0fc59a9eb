// Vectors of strings in one piece of memory.
#include <argz.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

error_t argz_append(char **argz, size_t *length, const char *bytes, size_t count)
{
	char *longer = realloc(*argz, *length + count);
	if (longer == NULL && *length + count > 0)
		return ENOMEM;
	memcpy(longer + *length, bytes, count);
	*argz = longer;
	*length += count;
	return 0;
}

error_t argz_add(char **argz, size_t *length, const char *text)
{
	return argz_append(argz, length, text, strlen(text) + 1);
}

error_t argz_add_sep(char **argz, size_t *length, const char *text, int separator)
{
	if (*text == 0)
		return 0;
	size_t begin = *length;
	error_t error = argz_append(argz, length, text, strlen(text) + 1);
	if (error)
		return error;
	// Separators in a row are one.
	char *to = *argz + begin;
	for (const char *from = to, *end = *argz + *length; from < end; from++) {
		if (*from != separator)
			*to++ = *from;
		else if (to > *argz && to[-1] != 0)
			*to++ = 0;
	}
	*length = to - *argz;
	return 0;
}

size_t argz_count(const char *argz, size_t length)
{
	size_t count = 0;
	for (size_t i = 0; i < length; i++)
		count += argz[i] == 0;
	return count;
}

error_t argz_create(char *const argv[], char **argz, size_t *length)
{
	*argz = NULL;
	*length = 0;
	for (; *argv; argv++) {
		error_t error = argz_add(argz, length, *argv);
		if (error)
			return error;
	}
	return 0;
}

error_t argz_create_sep(const char *text, int separator, char **argz, size_t *length)
{
	*argz = NULL;
	*length = 0;
	error_t error = argz_add_sep(argz, length, text, separator);
	if (*length == 0) {
		free(*argz);
		*argz = NULL;
	}
	return error;
}

char *argz_next(const char *argz, size_t length, const char *entry)
{
	const char *next = entry == NULL ? argz : entry + strlen(entry) + 1;
	return next < argz + length ? (char *)next : NULL;
}

void argz_delete(char **argz, size_t *length, char *entry)
{
	if (entry == NULL)
		return;
	size_t size = strlen(entry) + 1;
	memmove(entry, entry + size, *argz + *length - entry - size);
	*length -= size;
	if (*length == 0) {
		free(*argz);
		*argz = NULL;
	}
}

void argz_extract(const char *argz, size_t length, char **argv)
{
	for (char *entry = NULL; (entry = argz_next(argz, length, entry));)
		*argv++ = entry;
	*argv = NULL;
}

error_t argz_insert(char **argz, size_t *length, char *before, const char *entry)
{
	if (before == NULL)
		return argz_add(argz, length, entry);
	if (before < *argz || before >= *argz + *length)
		return EINVAL;
	while (before > *argz && before[-1] != 0)
		before--;
	size_t place = before - *argz, size = strlen(entry) + 1, rest = *length - place;
	char *longer = realloc(*argz, *length + size);
	if (longer == NULL)
		return ENOMEM;
	memmove(longer + place + size, longer + place, rest);
	memcpy(longer + place, entry, size);
	*argz = longer;
	*length += size;
	return 0;
}

// Every `text` in every string becomes `with`; how many strings have changed is added to `count`.
error_t argz_replace(char **argz, size_t *length, const char *text, const char *with, unsigned int *count)
{
	char *made = NULL;
	size_t made_length = 0, text_length = strlen(text), with_length = strlen(with);
	if (text_length == 0)
		return 0;
	for (char *entry = NULL; (entry = argz_next(*argz, *length, entry));) {
		const char *from = entry;
		for (char *found; (found = strstr(from, text)); from = found + text_length) {
			if (argz_append(&made, &made_length, from, found - from) || argz_append(&made, &made_length, with, with_length))
				return ENOMEM;
		}
		if (count && from > entry)
			++*count;
		if (argz_add(&made, &made_length, from))
			return ENOMEM;
	}
	free(*argz);
	*argz = made;
	*length = made_length;
	return 0;
}

void argz_stringify(char *argz, size_t length, int separator)
{
	for (size_t i = 0; i + 1 < length; i++)
		if (argz[i] == 0)
			argz[i] = separator;
}
