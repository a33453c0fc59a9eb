// The one reader behind the scanf family.
#ifndef _BITS_SCAN_H
#define _BITS_SCAN_H

#include <stdio.h>

extern int __wide_source;
int __scan(FILE *stream, const char *format, va_list arguments);

#endif
