/* Regular expressions of POSIX, without back-references. See regex(7). */
#ifndef EXPRESSION_H
#define EXPRESSION_H

#include <stddef.h>

/* Reads a pattern, as basic or extended expression or as a plain text. NULL, or what is wrong with it. */
const char *compile(const char *pattern, char kind, int fold);

/* The beginning of the first match in a text, or -1; its length goes to `length`. */
long find(const char *text, size_t size, size_t *length);

#endif
