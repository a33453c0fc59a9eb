// GNU's messages of errors.
#include <bits/format.h>
#include <bits/hooks.h>
#include <error.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

unsigned int error_message_count;
int error_one_per_line;
void (*error_print_progname)(void);

static void begin(const char *separator)
{
	fflush(stdout);
	if (error_print_progname)
		error_print_progname();
	else
		fprintf(stderr, "%s:%s", __program_name, separator);
}

static void finish(int status, int error_number, const char *format, va_list arguments)
{
	char unknown[ERROR_TEXT];
	vfprintf(stderr, format, arguments);
	error_message_count++;
	if (error_number)
		fprintf(stderr, ": %s", __error_text(error_number, unknown));
	fprintf(stderr, "\n");
	if (status)
		exit(status);
}

void error(int status, int error_number, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	begin(" ");
	finish(status, error_number, format, arguments);
	va_end(arguments);
}

void error_at_line(int status, int error_number, const char *file, unsigned int line, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	begin(file ? "" : " ");
	if (file)
		fprintf(stderr, "%s:%u: ", file, line);
	finish(status, error_number, format, arguments);
	va_end(arguments);
}
