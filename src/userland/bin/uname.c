/* uname: what this computer is. uname [-asnrvmpio] */
#include <error.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include "shared/shared.h"

static const char letters[] = "snrvmpio";

static const struct option longs[] = {
	{"all", no_argument, NULL, 'a'}, {"kernel-name", no_argument, NULL, 's'}, {"nodename", no_argument, NULL, 'n'},
	{"kernel-release", no_argument, NULL, 'r'}, {"kernel-version", no_argument, NULL, 'v'}, {"machine", no_argument, NULL, 'm'},
	{"processor", no_argument, NULL, 'p'}, {"hardware-platform", no_argument, NULL, 'i'}, {"operating-system", no_argument, NULL, 'o'},
	{NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	struct utsname system;
	int option, all = 0, printed = 0;
	char wanted[sizeof letters] = "";
	while ((option = getopt_long(argc, argv, "asnrvmpio", longs, NULL)) != -1) {
		if (option == '?')
			refer_to_help(1);
		if (option == 'a')
			all = 1;
		else
			wanted[strchr(letters, option) - letters] = 1;
	}
	if (optind < argc) {
		error(0, 0, "extra operand '%s'", argv[optind]);
		refer_to_help(1);
	}
	if (uname(&system) == -1)
		error(1, errno, "cannot get system name");
	const char *values[] = {system.sysname, system.nodename, system.release, system.version, system.machine, "unknown", "unknown", "GNU/Linux"};
	int any = memchr(wanted, 1, sizeof wanted) != NULL;
	for (int i = 0; letters[i]; i++) {
		int named = wanted[i] || (!any && !all && i == 0);
		/* All but what is unknown. */
		if (!named && !(all && strcmp(values[i], "unknown") != 0))
			continue;
		printf("%s%s", printed ? " " : "", values[i]);
		printed = 1;
	}
	putchar('\n');
	return 0;
}
