/* A tool outside the shell: its complaints. */
#include <stdarg.h>
#include <stdio.h>
#include "shared.h"

const int by_itself = 1;
const char *tool_name;

void complain(const char *format, ...)
{
	va_list rest;
	fflush(stdout);
	fprintf(stderr, "%s: ", tool_name);
	va_start(rest, format);
	vfprintf(stderr, format, rest);
	va_end(rest);
	fputc('\n', stderr);
}
