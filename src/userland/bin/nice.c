/* nice: runs a program with another niceness, or says the present one. nice [-n NUMBER] [PROGRAM ARGUMENT…] */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>
#include "shared/shared.h"

static const struct option longs[] = {{"adjustment", required_argument, NULL, 'n'}, {NULL, 0, NULL, 0}};

int main(int argc, char **argv)
{
	int option, given = 0;
	long by = 10;
	while ((option = getopt_long(argc, argv, "+n:", longs, NULL)) != -1) {
		char *end;
		if (option == '?')
			refer_to_help(125);
		by = strtol(optarg, &end, 10);
		if (*end || end == optarg)
			error(125, 0, "invalid adjustment '%s'", optarg);
		given = 1;
	}
	if (optind == argc) {
		if (given) {
			error(0, 0, "a command must be given with an adjustment");
			refer_to_help(125);
		}
		printf("%d\n", getpriority(PRIO_PROCESS, 0));
		return 0;
	}
	errno = 0;
	/* Who may not is told so, and the program runs all the same. */
	if (nice(by) == -1 && errno != 0)
		error(0, errno, "cannot set niceness");
	execvp(argv[optind], argv + optind);
	int why = errno;
	error(0, why, "'%s'", argv[optind]);
	return why == ENOENT ? 127 : 126;
}
