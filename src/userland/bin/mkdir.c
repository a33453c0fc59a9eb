/* mkdir: makes directories. mkdir [-p] [-m MODE] DIRECTORY… */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The directories above. */
static void make_parents(char *path)
{
	struct stat status;
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = 0;
		if (stat(path, &status) == -1)
			mkdir(path, 0777);
		*slash = '/';
	}
}

int main(int argc, char **argv)
{
	int option;
	int parents = 0;
	int failed = 0;
	mode_t mode = 0777;
	while ((option = getopt(argc, argv, "pm:")) != -1) {
		if (option == 'p') {
			parents = 1;
		} else if (option == 'm') {
			mode = strtol(optarg, NULL, 8);
		} else {
			return fputs("Try 'mkdir --help' for more information.\n", stderr), 1;
		}
	}
	if (optind == argc) {
		error(0, 0, "missing operand");
		return fputs("Try 'mkdir --help' for more information.\n", stderr), 1;
	}
	for (; optind < argc; optind++) {
		struct stat status;
		if (parents)
			make_parents(argv[optind]);
		if (mkdir(argv[optind], mode) == 0)
			continue;
		int why = errno;
		if (parents && why == EEXIST && stat(argv[optind], &status) == 0 && S_ISDIR(status.st_mode))
			continue;
		error(0, why, "cannot create directory '%s'", argv[optind]);
		failed = 1;
	}
	return failed;
}
