// <argz.h>: many strings in one piece of memory, each with its null byte.
#ifndef _ARGZ_H
#define _ARGZ_H

#include <errno.h>
#include <string.h>

typedef int error_t;

error_t argz_add(char **argz, size_t *length, const char *text);
error_t argz_add_sep(char **argz, size_t *length, const char *text, int separator);
error_t argz_append(char **argz, size_t *length, const char *bytes, size_t count);
size_t argz_count(const char *argz, size_t length);
error_t argz_create(char *const argv[], char **argz, size_t *length);
error_t argz_create_sep(const char *text, int separator, char **argz, size_t *length);
void argz_delete(char **argz, size_t *length, char *entry);
void argz_extract(const char *argz, size_t length, char **argv);
error_t argz_insert(char **argz, size_t *length, char *before, const char *entry);
char *argz_next(const char *argz, size_t length, const char *entry);
error_t argz_replace(char **argz, size_t *length, const char *text, const char *with, unsigned int *count);
void argz_stringify(char *argz, size_t length, int separator);

#endif
