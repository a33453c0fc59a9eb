/* mv: gives files another place. mv [-finv] FILE NAME, mv [-finv] FILE… DIRECTORY */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared/shared.h"
#include "shared/target.h"

static int verbose;

static int move(const char *from, const char *to)
{
	struct stat source, target;
	if (lstat(from, &source) == -1) {
		error(0, errno, "cannot stat '%s'", from);
		return 1;
	}
	if (lstat(to, &target) == 0) {
		if (replacing == KEEP)
			return 0;
		if (refuse_to_replace(from, &source, to, &target))
			return 1;
		if (!may_replace(to))
			return 0;
	}
	if (rename(from, to) == 0) {
		if (verbose)
			printf("renamed '%s' -> '%s'\n", from, to);
		return 0;
	}
	if (errno == EINVAL)
		error(0, 0, "cannot move '%s' to a subdirectory of itself, '%s'", from, to);
	else
		error(0, errno, "cannot move '%s' to '%s'", from, to);
	return 1;
}

static const struct option longs[] = {
	{"force", no_argument, NULL, 'f'}, {"interactive", no_argument, NULL, 'i'}, {"no-clobber", no_argument, NULL, 'n'},
	{"verbose", no_argument, NULL, 'v'}, {NULL, 0, NULL, 0}
};

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt_long(argc, argv, "finv", longs, NULL)) != -1) {
		if (option == '?')
			refer_to_help(1);
		if (option == 'v')
			verbose = 1;
		else
			replacing = option == 'i' ? ASK : option == 'n' ? KEEP : REPLACE;
	}
	return to_target("mv", argc - optind, argv + optind, move);
}
