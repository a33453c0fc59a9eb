// <iconv.h>: text from one encoding to another.
#ifndef _ICONV_H
#define _ICONV_H

#include <bits/null.h>

typedef void *iconv_t;

size_t iconv(iconv_t conversion, char **in, size_t *in_left, char **out, size_t *out_left);
int iconv_close(iconv_t conversion);
iconv_t iconv_open(const char *to, const char *from);

#endif
