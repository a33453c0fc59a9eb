// What the processor does for the library besides the functions of <string.h> and <math.h>.
#ifndef _BITS_MACHINE_H
#define _BITS_MACHINE_H

#include <bits/null.h>

int __builtin_format_double(char *out, size_t size, double value, int letter, int precision, int flags);
double __builtin_parse_double(const char *text, char **end);

#endif
