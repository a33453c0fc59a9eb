/* A tool outside the shell: its complaints. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include "shared.h"

const int by_itself = 1;

void complain(const char *format, ...)
{
	va_list rest;
	fflush(stdout);
	fprintf(stderr, "%s: ", program_invocation_name);
	va_start(rest, format);
	vfprintf(stderr, format, rest);
	va_end(rest);
	fputc('\n', stderr);
}
