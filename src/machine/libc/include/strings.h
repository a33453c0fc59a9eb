// <strings.h>: BSD's names for blocks of bytes, and comparison without case.
#ifndef _STRINGS_H
#define _STRINGS_H

#include <bits/null.h>
#include <bits/locale.h>

int bcmp(const void *a, const void *b, size_t n);
void bcopy(const void *from, void *to, size_t n);
void bzero(void *s, size_t n);
int ffs(int value);
int ffsl(long value);
int ffsll(long long value);
char *index(const char *s, int c);
char *rindex(const char *s, int c);
int strcasecmp(const char *a, const char *b);
int strncasecmp(const char *a, const char *b, size_t n);
int strcasecmp_l(const char *a, const char *b, locale_t locale);
int strncasecmp_l(const char *a, const char *b, size_t n, locale_t locale);

#endif
