/* env: prints the environment, or runs a program in a changed one. env [-i0] [-u NAME] [-C DIRECTORY] [NAME=VALUE…] [PROGRAM [ARGUMENT…]] */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/shared.h"

extern char **environ;

static void unset(const char *name)
{
	if (unsetenv(name) == -1)
		error(125, errno, "cannot unset '%s'", name);
}

int main(int argc, char **argv)
{
	int option;
	static char *empty[] = {NULL};
	static const struct option longs[] = {
		{"chdir", required_argument, NULL, 'C'}, {"ignore-environment", no_argument, NULL, 'i'}, {"null", no_argument, NULL, '0'},
		{"unset", required_argument, NULL, 'u'}, {NULL, 0, NULL, 0},
	};
	const char *folder = NULL;
	char end = '\n';
	while ((option = getopt_long(argc, argv, "+iu:0C:", longs, NULL)) != -1) {
		if (option == 'i')
			environ = empty;
		else if (option == 'u')
			unset(optarg);
		else if (option == '0')
			end = 0;
		else if (option == 'C')
			folder = optarg;
		else
			return fputs("Try 'env --help' for more information.\n", stderr), 125;
	}
	if (optind < argc && strcmp(argv[optind], "-") == 0) {
		environ = empty;
		optind++;
	}
	for (; optind < argc && strchr(argv[optind], '='); optind++)
		putenv(argv[optind]);
	if (optind == argc && folder) {
		error(0, 0, "must specify command with --chdir (-C)");
		return fputs("Try 'env --help' for more information.\n", stderr), 125;
	}
	if (optind < argc && end == 0) {
		error(0, 0, "cannot specify --null (-0) with command");
		return fputs("Try 'env --help' for more information.\n", stderr), 125;
	}
	if (folder && chdir(folder) == -1)
		error(125, errno, "cannot change directory to '%s'", folder);
	if (optind == argc) {
		write_failure = 125;
		for (char **entry = environ; *entry; entry++)
			printf("%s%c", *entry, end);
		return 0;
	}
	execvp(argv[optind], argv + optind);
	int why = errno;
	error(0, why, "'%s'", argv[optind]);
	return why == ENOENT ? 127 : 126;
}
