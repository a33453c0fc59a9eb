// The one formatter behind the printf family: where its text goes is a sink.
#ifndef _BITS_FORMAT_H
#define _BITS_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

struct __sink {
	int (*put)(struct __sink *sink, const char *text, size_t length); // 0, or -1 to stop
	void *target;
	size_t room;
};

int __format(struct __sink *sink, const char *format, va_list arguments);
char *__decimal(char *end, unsigned long value);
extern int (*__encode_wide)(char *bytes, int letter);
extern long (*__measure_wide)(const char *text, int precision, long *bytes);
extern int (*__encode_letter)(char *bytes, int letter);

#define ERROR_TEXT 48
const char *__error_text(int error, char *buffer);

#endif
