/* getconf: what sysconf, pathconf and confstr tell. getconf NAME, getconf NAME PATH, getconf -a [PATH] */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/shared.h"

enum kind { SYSTEM, PATH, TEXT };

static const struct {
	const char *name;
	int call;
	enum kind kind;
} names[] = {
	{"LINK_MAX", _PC_LINK_MAX, PATH},
	{"MAX_CANON", _PC_MAX_CANON, PATH},
	{"MAX_INPUT", _PC_MAX_INPUT, PATH},
	{"NAME_MAX", _PC_NAME_MAX, PATH},
	{"PATH_MAX", _PC_PATH_MAX, PATH},
	{"PIPE_BUF", _PC_PIPE_BUF, PATH},
	{"_POSIX_CHOWN_RESTRICTED", _PC_CHOWN_RESTRICTED, PATH},
	{"_POSIX_NO_TRUNC", _PC_NO_TRUNC, PATH},
	{"_POSIX_VDISABLE", _PC_VDISABLE, PATH},
	{"ARG_MAX", _SC_ARG_MAX, SYSTEM},
	{"ATEXIT_MAX", _SC_ATEXIT_MAX, SYSTEM},
	{"CHILD_MAX", _SC_CHILD_MAX, SYSTEM},
	{"CLK_TCK", _SC_CLK_TCK, SYSTEM},
	{"IOV_MAX", _SC_IOV_MAX, SYSTEM},
	{"NGROUPS_MAX", _SC_NGROUPS_MAX, SYSTEM},
	{"OPEN_MAX", _SC_OPEN_MAX, SYSTEM},
	{"PAGESIZE", _SC_PAGESIZE, SYSTEM},
	{"PAGE_SIZE", _SC_PAGESIZE, SYSTEM},
	{"TTY_NAME_MAX", _SC_TTY_NAME_MAX, SYSTEM},
	{"TZNAME_MAX", _SC_TZNAME_MAX, SYSTEM},
	{"_AVPHYS_PAGES", _SC_AVPHYS_PAGES, SYSTEM},
	{"_NPROCESSORS_CONF", _SC_NPROCESSORS_CONF, SYSTEM},
	{"_NPROCESSORS_ONLN", _SC_NPROCESSORS_ONLN, SYSTEM},
	{"_PHYS_PAGES", _SC_PHYS_PAGES, SYSTEM},
	{"_POSIX_JOB_CONTROL", _SC_JOB_CONTROL, SYSTEM},
	{"_POSIX_REALTIME_SIGNALS", _SC_REALTIME_SIGNALS, SYSTEM},
	{"_POSIX_SAVED_IDS", _SC_SAVED_IDS, SYSTEM},
	{"_POSIX_THREADS", _SC_THREADS, SYSTEM},
	{"_POSIX_TIMERS", _SC_TIMERS, SYSTEM},
	{"TIMER_MAX", _SC_TIMER_MAX, SYSTEM},
	{"_POSIX_VERSION", _SC_VERSION, SYSTEM},
	{"LINE_MAX", _SC_LINE_MAX, SYSTEM},
	{"PATH", _CS_PATH, TEXT},
	{"CS_PATH", _CS_PATH, TEXT},
	{"_POSIX_MONOTONIC_CLOCK", _SC_MONOTONIC_CLOCK, SYSTEM},
	{"STREAM_MAX", _SC_STREAM_MAX, SYSTEM},
	{"HOST_NAME_MAX", _SC_HOST_NAME_MAX, SYSTEM},
	{"LOGIN_NAME_MAX", _SC_LOGIN_NAME_MAX, SYSTEM},
	{"MQ_OPEN_MAX", _SC_MQ_OPEN_MAX, SYSTEM},
	{"MQ_PRIO_MAX", _SC_MQ_PRIO_MAX, SYSTEM},
	{"RTSIG_MAX", _SC_RTSIG_MAX, SYSTEM},
	{"SEM_VALUE_MAX", _SC_SEM_VALUE_MAX, SYSTEM},
	{"SIGQUEUE_MAX", _SC_SIGQUEUE_MAX, SYSTEM},
	{"GNU_LIBC_VERSION", _CS_GNU_LIBC_VERSION, TEXT},
	{"GNU_LIBPTHREAD_VERSION", _CS_GNU_LIBPTHREAD_VERSION, TEXT},
};

static void usage(void)
{
	fputs("Usage: getconf [-v specification] variable_name [pathname]\n"
		  "       getconf -a [pathname]\n", stderr);
	exit(2);
}

/* Its value; what has no limit is "undefined", or in the list of all nothing. */
static void tell(size_t i, const char *path, const char *undefined)
{
	char text[256];
	if (names[i].kind == TEXT) {
		confstr(names[i].call, text, sizeof text);
		puts(text);
		return;
	}
	errno = 0;
	long value = names[i].kind == PATH ? pathconf(path, names[i].call) : sysconf(names[i].call);
	if (value == -1 && errno != 0 && names[i].kind == PATH)
		error(3, errno, "pathconf: %s", path);
	if (value == -1)
		puts(undefined);
	else
		printf("%ld\n", value);
}

int main(int argc, char **argv)
{
	size_t count = sizeof names / sizeof *names;
	if (argc > 1 && strcmp(argv[1], "-a") == 0) {
		if (argc > 3)
			usage();
		for (size_t i = 0; i < count; i++) {
			printf("%-35s", names[i].name);
			tell(i, argc == 3 ? argv[2] : "/", "");
		}
		return 0;
	}
	if (argc < 2 || argc > 3)
		usage();
	for (size_t i = 0; i < count; i++) {
		if (strcmp(names[i].name, argv[1]) != 0)
			continue;
		if ((names[i].kind == PATH) != (argc == 3))
			usage();
		tell(i, argv[2], "undefined");
		return 0;
	}
	error(2, 0, "Unrecognized variable `%s'", argv[1]);
}
