/* mv: gives files another place. mv [-f] FILE NAME, mv [-f] FILE… DIRECTORY */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int move(const char *from, const char *to)
{
	struct stat source, target;
	if (lstat(from, &source) == -1) {
		error(0, errno, "cannot stat '%s'", from);
		return 1;
	}
	if (lstat(to, &target) == 0) {
		if (source.st_dev == target.st_dev && source.st_ino == target.st_ino) {
			error(0, 0, "'%s' and '%s' are the same file", from, to);
			return 1;
		}
		if (S_ISDIR(target.st_mode) && !S_ISDIR(source.st_mode)) {
			error(0, 0, "cannot overwrite directory '%s' with non-directory", to);
			return 1;
		}
		if (!S_ISDIR(target.st_mode) && S_ISDIR(source.st_mode)) {
			error(0, 0, "cannot overwrite non-directory '%s' with directory '%s'", to, from);
			return 1;
		}
	}
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
	int failed = 0;
	struct stat status;
	while ((option = getopt(argc, argv, "f")) != -1)
		if (option != 'f')
			return fputs("Try 'mv --help' for more information.\n", stderr), 1;
	int count = argc - optind;
	if (count < 2) {
		if (count == 0)
			error(0, 0, "missing file operand");
		else
			error(0, 0, "missing destination file operand after '%s'", argv[optind]);
		return fputs("Try 'mv --help' for more information.\n", stderr), 1;
	}
	const char *last = argv[argc - 1];
	if (stat(last, &status) == 0 && S_ISDIR(status.st_mode)) {
		for (int i = optind; i < argc - 1; i++) {
			char name[4096];
			const char *slash = strrchr(argv[i], '/');
			snprintf(name, sizeof name, "%s/%s", last, slash ? slash + 1 : argv[i]);
			failed |= move(argv[i], name);
		}
		return failed;
	}
	if (count > 2) {
		error(0, stat(last, &status) == -1 ? errno : ENOTDIR, "target '%s'", last);
		return 1;
	}
	return move(argv[optind], last);
}
