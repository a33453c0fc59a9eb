/* The last word of a tool whose output cannot be written. */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <unistd.h>
#include "shared.h"

int write_failure = 1;

/* A closed standard output is no matter as long as there is nothing to write. */
static void close_stdout(void)
{
	int failed = ferror(stdout);
	int pending = __fpending(stdout) > 0;
	if (fclose(stdout) == 0) {
		if (!failed)
			return;
		errno = 0;
	} else if (!failed && !pending && errno == EBADF) {
		return;
	}
	error(0, errno, "write error");
	_exit(write_failure);
}

__attribute__((constructor)) static void watch(void)
{
	atexit(close_stdout);
}
