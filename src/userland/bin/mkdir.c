/* mkdir: makes directories. mkdir [-pv] [-m MODE] DIRECTORY… */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int telling;

/* The directories above. */
static void make_parents(char *path)
{
	struct stat status;
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = 0;
		if (stat(path, &status) == -1 && mkdir(path, 0777) == 0 && telling)
			printf("mkdir: created directory '%s'\n", path);
		*slash = '/';
	}
}

static const struct option longs[] = {
	{"mode", required_argument, NULL, 'm'}, {"parents", no_argument, NULL, 'p'}, {"verbose", no_argument, NULL, 'v'}, {NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	int option;
	int parents = 0;
	int failed = 0;
	mode_t mode = 0777;
	while ((option = getopt_long(argc, argv, "pm:v", longs, NULL)) != -1) {
		if (option == 'p') {
			parents = 1;
		} else if (option == 'm') {
			mode = strtol(optarg, NULL, 8);
		} else if (option == 'v') {
			telling = 1;
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
		if (mkdir(argv[optind], mode) == 0) {
			if (telling)
				printf("mkdir: created directory '%s'\n", argv[optind]);
			continue;
		}
		int why = errno;
		if (parents && why == EEXIST && stat(argv[optind], &status) == 0 && S_ISDIR(status.st_mode))
			continue;
		error(0, why, "cannot create directory '%s'", argv[optind]);
		failed = 1;
	}
	return failed;
}
