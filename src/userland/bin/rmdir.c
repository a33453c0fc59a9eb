/* rmdir: removes empty directories. rmdir [-pv] DIRECTORY… */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int parents, telling;

/* With -p those above, as long as they are empty. */
static int take_away(char *path)
{
	int below = 0;
	for (;;) {
		if (telling)
			printf("rmdir: removing directory, '%s'\n", path);
		if (rmdir(path) == -1) {
			error(0, errno, below ? "failed to remove directory '%s'" : "failed to remove '%s'", path);
			return 1;
		}
		for (size_t length = strlen(path); length > 1 && path[length - 1] == '/'; length--)
			path[length - 1] = 0;
		char *slash = strrchr(path, '/');
		if (!parents || slash == NULL || slash == path)
			return 0;
		*slash = 0;
		below = 1;
	}
}

static const struct option longs[] = {
	{"parents", no_argument, NULL, 'p'}, {"verbose", no_argument, NULL, 'v'}, {NULL, 0, NULL, 0},
};

static int refer(void)
{
	fputs("Try 'rmdir --help' for more information.\n", stderr);
	return 1;
}

int main(int argc, char **argv)
{
	int option, failed = 0;
	while ((option = getopt_long(argc, argv, "pv", longs, NULL)) != -1) {
		if (option == '?')
			return refer();
		parents |= option == 'p';
		telling |= option == 'v';
	}
	if (optind == argc) {
		error(0, 0, "missing operand");
		return refer();
	}
	for (int i = optind; i < argc; i++)
		failed |= take_away(argv[i]);
	return failed;
}
