/* ln: gives files another name. ln [-fnsv] TARGET NAME, ln [-fnsv] TARGET… DIRECTORY */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared/shared.h"

static int symbolic, force, verbose;

static int make(const char *target, const char *name)
{
	if (force)
		unlink(name);
	if ((symbolic ? symlink(target, name) : link(target, name)) == 0) {
		if (verbose)
			printf("'%s' %s '%s'\n", name, symbolic ? "->" : "=>", target);
		return 0;
	}
	int why = errno;
	struct stat status;
	if (!symbolic && lstat(target, &status) == -1)
		error(0, errno, "failed to access '%s'", target);
	else if (!symbolic && S_ISDIR(status.st_mode))
		error(0, 0, "%s: hard link not allowed for directory", target);
	else
		error(0, why, symbolic ? "failed to create symbolic link '%s'" : "failed to create hard link '%s'", name);
	return 1;
}

static const struct option longs[] = {
	{"force", no_argument, NULL, 'f'}, {"no-dereference", no_argument, NULL, 'n'}, {"symbolic", no_argument, NULL, 's'},
	{"verbose", no_argument, NULL, 'v'}, {NULL, 0, NULL, 0}
};

int main(int argc, char **argv)
{
	int option;
	int failed = 0, followed = 1;
	struct stat status;
	while ((option = getopt_long(argc, argv, "fnsv", longs, NULL)) != -1) {
		switch (option) {
		case 'f':
			force = 1;
			break;
		case 'n':
			followed = 0;
			break;
		case 's':
			symbolic = 1;
			break;
		case 'v':
			verbose = 1;
			break;
		default:
			refer_to_help(1);
		}
	}
	int count = argc - optind;
	if (count == 0) {
		error(0, 0, "missing file operand");
		refer_to_help(1);
	}
	const char *last = count == 1 ? "." : argv[argc - 1];
	if ((followed ? stat(last, &status) : lstat(last, &status)) == 0 && S_ISDIR(status.st_mode)) {
		for (int i = optind; i < argc - (count > 1); i++) {
			char name[4096];
			const char *slash = strrchr(argv[i], '/');
			snprintf(name, sizeof name, "%s/%s", last, slash ? slash + 1 : argv[i]);
			failed |= make(argv[i], name);
		}
		return failed;
	}
	if (count > 2)
		error(1, stat(last, &status) == -1 ? errno : ENOTDIR, "target '%s'", last);
	return make(argv[optind], last);
}
