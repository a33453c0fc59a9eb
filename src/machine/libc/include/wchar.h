// <wchar.h>: text of wide characters.
#ifndef _WCHAR_H
#define _WCHAR_H

#include <bits/wide.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <bits/locale.h>

typedef struct {
	int __count;
	union {
		wint_t __wch;
		char __wchb[4];
	} __value;
} mbstate_t;
struct tm;

wint_t btowc(int c);
wint_t fgetwc(FILE *stream);
wchar_t *fgetws(wchar_t *text, int size, FILE *stream);
wint_t fputwc(wchar_t letter, FILE *stream);
int fputws(const wchar_t *text, FILE *stream);
int fwide(FILE *stream, int mode);
int fwprintf(FILE *stream, const wchar_t *format, ...);
int fwscanf(FILE *stream, const wchar_t *format, ...);
wint_t getwc(FILE *stream);
wint_t getwchar(void);
size_t mbrlen(const char *text, size_t size, mbstate_t *state);
size_t mbrtowc(wchar_t *letter, const char *text, size_t size, mbstate_t *state);
int mbsinit(const mbstate_t *state);
size_t mbsrtowcs(wchar_t *to, const char **from, size_t size, mbstate_t *state);
wint_t putwc(wchar_t letter, FILE *stream);
wint_t putwchar(wchar_t letter);
int swprintf(wchar_t *text, size_t size, const wchar_t *format, ...);
int swscanf(const wchar_t *text, const wchar_t *format, ...);
wint_t ungetwc(wint_t letter, FILE *stream);
int vfwprintf(FILE *stream, const wchar_t *format, va_list arguments);
int vswprintf(wchar_t *text, size_t size, const wchar_t *format, va_list arguments);
int vwprintf(const wchar_t *format, va_list arguments);
size_t wcrtomb(char *text, wchar_t letter, mbstate_t *state);
wchar_t *wcscat(wchar_t *to, const wchar_t *from);
wchar_t *wcschr(const wchar_t *text, wchar_t letter);
int wcscmp(const wchar_t *left, const wchar_t *right);
int wcscoll(const wchar_t *left, const wchar_t *right);
wchar_t *wcscpy(wchar_t *to, const wchar_t *from);
size_t wcscspn(const wchar_t *text, const wchar_t *reject);
wchar_t *wcsdup(const wchar_t *text);
size_t wcsftime(wchar_t *text, size_t size, const wchar_t *format, const struct tm *time);
size_t wcslen(const wchar_t *text);
wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t size);
int wcsncmp(const wchar_t *left, const wchar_t *right, size_t size);
wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t size);
size_t wcsnlen(const wchar_t *text, size_t size);
wchar_t *wcspbrk(const wchar_t *text, const wchar_t *accept);
wchar_t *wcsrchr(const wchar_t *text, wchar_t letter);
size_t wcsrtombs(char *to, const wchar_t **from, size_t size, mbstate_t *state);
size_t wcsspn(const wchar_t *text, const wchar_t *accept);
wchar_t *wcsstr(const wchar_t *text, const wchar_t *part);
double wcstod(const wchar_t *text, wchar_t **end);
wchar_t *wcstok(wchar_t *text, const wchar_t *separators, wchar_t **next);
long wcstol(const wchar_t *text, wchar_t **end, int base);
unsigned long wcstoul(const wchar_t *text, wchar_t **end, int base);
int wctob(wint_t letter);
int wcwidth(wchar_t letter);
wchar_t *wmemchr(const wchar_t *text, wchar_t letter, size_t size);
int wmemcmp(const wchar_t *left, const wchar_t *right, size_t size);
wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t size);
wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t size);
wchar_t *wmemset(wchar_t *to, wchar_t letter, size_t size);
int wprintf(const wchar_t *format, ...);
int wscanf(const wchar_t *format, ...);
size_t mbsnrtowcs(wchar_t *to, const char **from, size_t bytes, size_t size, mbstate_t *state);
FILE *open_wmemstream(wchar_t **text, size_t *size);
int vfwscanf(FILE *stream, const wchar_t *format, va_list arguments);
int vswscanf(const wchar_t *text, const wchar_t *format, va_list arguments);
int vwscanf(const wchar_t *format, va_list arguments);
wchar_t *wcpcpy(wchar_t *to, const wchar_t *from);
wchar_t *wcpncpy(wchar_t *to, const wchar_t *from, size_t size);
int wcscasecmp(const wchar_t *left, const wchar_t *right);
int wcscasecmp_l(const wchar_t *left, const wchar_t *right, locale_t locale);
int wcscoll_l(const wchar_t *left, const wchar_t *right, locale_t locale);
int wcsncasecmp(const wchar_t *left, const wchar_t *right, size_t size);
int wcsncasecmp_l(const wchar_t *left, const wchar_t *right, size_t size, locale_t locale);
size_t wcsnrtombs(char *to, const wchar_t **from, size_t letters, size_t size, mbstate_t *state);
float wcstof(const wchar_t *text, wchar_t **end);
long double wcstold(const wchar_t *text, wchar_t **end);
long long wcstoll(const wchar_t *text, wchar_t **end, int base);
unsigned long long wcstoull(const wchar_t *text, wchar_t **end, int base);
int wcswidth(const wchar_t *text, size_t size);
size_t wcsxfrm(wchar_t *to, const wchar_t *from, size_t size);
size_t wcsxfrm_l(wchar_t *to, const wchar_t *from, size_t size, locale_t locale);

#endif
