// <printf.h>: conversions of one's own for printf, as glibc has them. Here printf has its own alone.
#ifndef _PRINTF_H
#define _PRINTF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

struct printf_info {
	int prec;
	int width;
	wchar_t spec;
	unsigned int is_long_double : 1, is_short : 1, is_long : 1, alt : 1, space : 1, left : 1, showsign : 1, group : 1;
	unsigned int extra : 1, is_char : 1, wide : 1, i18n : 1, is_binary128 : 1, __pad : 3;
	unsigned short user;
	wchar_t pad;
};

enum { PA_INT, PA_CHAR, PA_WCHAR, PA_STRING, PA_WSTRING, PA_POINTER, PA_FLOAT, PA_DOUBLE, PA_LAST };

#define PA_FLAG_MASK 0xff00
#define PA_FLAG_LONG_LONG (1 << 8)
#define PA_FLAG_LONG_DOUBLE PA_FLAG_LONG_LONG
#define PA_FLAG_LONG (1 << 9)
#define PA_FLAG_SHORT (1 << 10)
#define PA_FLAG_PTR (1 << 11)

typedef int printf_function(FILE *stream, const struct printf_info *info, const void *const *arguments);
typedef int printf_arginfo_size_function(const struct printf_info *info, size_t n, int *types, int *size);
typedef int printf_arginfo_function(const struct printf_info *info, size_t n, int *types);
typedef void printf_va_arg_function(void *place, va_list *list);

int register_printf_specifier(int letter, printf_function function, printf_arginfo_size_function describe);
int register_printf_function(int letter, printf_function function, printf_arginfo_function describe);
int register_printf_modifier(const wchar_t *text);
int register_printf_type(printf_va_arg_function function);
size_t parse_printf_format(const char *format, size_t n, int *types);
int printf_size(FILE *stream, const struct printf_info *info, const void *const *arguments);
int printf_size_info(const struct printf_info *info, size_t n, int *types);

#endif
