// The name that messages begin with, which a program may change.
#define _GNU_SOURCE
#include <bits/hooks.h>
#include <errno.h>
#include <string.h>

static char *short_name;

char **__short_program_name_place(void)
{
	if (short_name == NULL) {
		char *name = __program_name ? __program_name : "";
		char *slash = strrchr(name, '/');
		short_name = slash ? slash + 1 : name;
	}
	return &short_name;
}

char *__short_program_name(void)
{
	return *__short_program_name_place();
}
