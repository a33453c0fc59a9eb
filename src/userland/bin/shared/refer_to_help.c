/* What a tool says last when its command line is wrong. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include "shared.h"

void refer_to_help(int status)
{
	fprintf(stderr, "Try '%s --help' for more information.\n", program_invocation_name);
	exit(status);
}
