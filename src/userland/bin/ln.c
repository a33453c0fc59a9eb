/* ln: gives files another name. ln [-sf] TARGET NAME, ln [-sf] TARGET… DIRECTORY */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int symbolic, force;

static int make(const char *target, const char *name)
{
	if (force)
		unlink(name);
	if ((symbolic ? symlink(target, name) : link(target, name)) == 0)
		return 0;
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

int main(int argc, char **argv)
{
	int option;
	int failed = 0;
	struct stat status;
	while ((option = getopt(argc, argv, "sf")) != -1) {
		if (option == 's')
			symbolic = 1;
		else if (option == 'f')
			force = 1;
		else
			return fputs("Try 'ln --help' for more information.\n", stderr), 1;
	}
	int count = argc - optind;
	if (count == 0) {
		error(0, 0, "missing file operand");
		return fputs("Try 'ln --help' for more information.\n", stderr), 1;
	}
	const char *last = count == 1 ? "." : argv[argc - 1];
	if (stat(last, &status) == 0 && S_ISDIR(status.st_mode)) {
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
