// The name that messages begin with.
#define _GNU_SOURCE
#include <bits/hooks.h>
#include <errno.h>
#include <string.h>

char *__short_program_name(void)
{
	char *name = __program_name ? __program_name : "";
	char *slash = strrchr(name, '/');
	return slash ? slash + 1 : name;
}
