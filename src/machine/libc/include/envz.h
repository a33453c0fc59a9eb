// <envz.h>: names and values in one piece of memory, each as NAME=VALUE with its null byte.
#ifndef _ENVZ_H
#define _ENVZ_H

#include <argz.h>

error_t envz_add(char **envz, size_t *length, const char *name, const char *value);
char *envz_entry(const char *envz, size_t length, const char *name);
char *envz_get(const char *envz, size_t length, const char *name);
error_t envz_merge(char **envz, size_t *length, const char *other, size_t other_length, int overwrite);
void envz_remove(char **envz, size_t *length, const char *name);
void envz_strip(char **envz, size_t *length);

#endif
