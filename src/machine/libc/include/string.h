// <string.h>: strings and blocks of bytes.
#ifndef _STRING_H
#define _STRING_H

#include <bits/null.h>
#include <strings.h>
#include <bits/locale.h>

void *memccpy(void *to, const void *from, int c, size_t n);
void *memchr(const void *s, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
void *memcpy(void *to, const void *from, size_t n);
void *memmove(void *to, const void *from, size_t n);
void *memset(void *s, int c, size_t n);
char *stpcpy(char *to, const char *from);
char *stpncpy(char *to, const char *from, size_t n);
char *strcat(char *to, const char *from);
char *strchr(const char *s, int c);
int strcmp(const char *a, const char *b);
int strcoll(const char *a, const char *b);
char *strcpy(char *to, const char *from);
size_t strcspn(const char *s, const char *reject);
char *strdup(const char *s);
char *strerror(int error);
size_t strlen(const char *s);
char *strncat(char *to, const char *from, size_t n);
int strncmp(const char *a, const char *b, size_t n);
char *strncpy(char *to, const char *from, size_t n);
char *strndup(const char *s, size_t n);
size_t strnlen(const char *s, size_t n);
char *strpbrk(const char *s, const char *accept);
char *strrchr(const char *s, int c);
char *strsep(char **text, const char *delimiters);
char *strsignal(int signal);
size_t strspn(const char *s, const char *accept);
char *strstr(const char *haystack, const char *needle);
char *strtok(char *s, const char *delimiters);
char *strtok_r(char *s, const char *delimiters, char **save);
size_t strxfrm(char *to, const char *from, size_t n);
void explicit_bzero(void *s, size_t n);

#ifdef _GNU_SOURCE
// GNU: returns the text, which need not be in the buffer.
#define strerror_r __gnu_strerror_r
char *__gnu_strerror_r(int error, char *buffer, size_t size);
void *memmem(const void *haystack, size_t length, const void *needle, size_t needle_length);
void *mempcpy(void *to, const void *from, size_t n);
void *memrchr(const void *s, int c, size_t n);
void *rawmemchr(const void *s, int c);
void *memfrob(void *s, size_t n);
char *strfry(char *text);
int strverscmp(const char *a, const char *b);
char *strchrnul(const char *s, int c);
char *strcasestr(const char *haystack, const char *needle);
const char *strerrorname_np(int error);
const char *strerrordesc_np(int error);
const char *sigabbrev_np(int signal);
const char *sigdescr_np(int signal);
#ifndef basename
char *basename(const char *path);
#endif
#define strdupa(s) \
	({ \
		const char *__old = (s); \
		strcpy(__builtin_alloca(strlen(__old) + 1), __old); \
	})
#define strndupa(s, n) \
	({ \
		const char *__old = (s); \
		size_t __length = strnlen(__old, (n)); \
		char *__new = __builtin_alloca(__length + 1); \
		__new[__length] = 0; \
		(char *)memcpy(__new, __old, __length); \
	})
#else
int strerror_r(int error, char *buffer, size_t size);
#endif
int strcoll_l(const char *a, const char *b, locale_t locale);
char *strerror_l(int error, locale_t locale);
size_t strxfrm_l(char *to, const char *from, size_t n, locale_t locale);

#endif
