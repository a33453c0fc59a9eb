/* mv: gives files another place. mv [-f] FILE NAME, mv [-f] FILE… DIRECTORY */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared/target.h"

static int move(const char *from, const char *to)
{
	struct stat source, target;
	if (lstat(from, &source) == -1) {
		error(0, errno, "cannot stat '%s'", from);
		return 1;
	}
	if (lstat(to, &target) == 0 && refuse_to_replace(from, &source, to, &target))
		return 1;
	if (rename(from, to) == 0)
		return 0;
	if (errno == EINVAL)
		error(0, 0, "cannot move '%s' to a subdirectory of itself, '%s'", from, to);
	else
		error(0, errno, "cannot move '%s' to '%s'", from, to);
	return 1;
}

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt(argc, argv, "f")) != -1)
		if (option != 'f')
			return fputs("Try 'mv --help' for more information.\n", stderr), 1;
	return to_target("mv", argc - optind, argv + optind, move);
}
