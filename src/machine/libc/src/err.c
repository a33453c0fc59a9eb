// BSD's messages of errors.
#include <bits/format.h>
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *__short_program_name(void);

static void complain(int error, int with_error, const char *format, va_list arguments)
{
	char unknown[ERROR_TEXT];
	fprintf(stderr, "%s: ", __short_program_name());
	if (format)
		vfprintf(stderr, format, arguments);
	if (with_error)
		fprintf(stderr, format ? ": %s\n" : "%s\n", __error_text(error, unknown));
	else
		putc('\n', stderr);
}

void vwarn(const char *format, va_list arguments)
{
	complain(errno, 1, format, arguments);
}

void vwarnx(const char *format, va_list arguments)
{
	complain(0, 0, format, arguments);
}

void warn(const char *format, ...)
{
	int error = errno;
	va_list arguments;
	va_start(arguments, format);
	complain(error, 1, format, arguments);
	va_end(arguments);
}

void warnx(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	complain(0, 0, format, arguments);
	va_end(arguments);
}

_Noreturn void verr(int status, const char *format, va_list arguments)
{
	complain(errno, 1, format, arguments);
	exit(status);
}

_Noreturn void verrx(int status, const char *format, va_list arguments)
{
	complain(0, 0, format, arguments);
	exit(status);
}

_Noreturn void err(int status, const char *format, ...)
{
	int error = errno;
	va_list arguments;
	va_start(arguments, format);
	complain(error, 1, format, arguments);
	exit(status);
}

_Noreturn void errx(int status, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	complain(0, 0, format, arguments);
	exit(status);
}
