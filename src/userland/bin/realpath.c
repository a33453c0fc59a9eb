/* realpath: a path without links, dots and double slashes. realpath [-e | -m] [-s] [-q] [-z] [--relative-to=DIRECTORY] FILE… */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared/shared.h"

/* All names must exist; all but the last; none need to. */
enum existing { ALL, ALL_BUT_LAST, NONE };

static enum existing existing = ALL_BUT_LAST;
static int links_stay;

/* Goes on from `made` along `rest`; 0 with errno when that cannot be. */
static int walk(char *made, const char *rest)
{
	char target[PATH_MAX], ahead[PATH_MAX];
	int links = 0;
	for (;;) {
		rest += strspn(rest, "/");
		size_t length = strcspn(rest, "/");
		const char *name = rest;
		rest += length;
		if (length == 0)
			return 1;
		size_t end = strlen(made);
		if (length == 1 && *name == '.')
			continue;
		if (length == 2 && strncmp(name, "..", 2) == 0) {
			*strrchr(made, '/') = 0;
			continue;
		}
		if (end + length + 2 > PATH_MAX) {
			errno = ENAMETOOLONG;
			return 0;
		}
		sprintf(made + end, "/%.*s", (int)length, name);
		struct stat status;
		int found = (links_stay ? stat : lstat)(made, &status) == 0;
		int last = rest[strspn(rest, "/")] == 0;
		if (!found && existing != NONE && !(errno == ENOENT && last && existing == ALL_BUT_LAST))
			return 0;
		if (found && !last && existing != NONE && !S_ISDIR(status.st_mode) && !S_ISLNK(status.st_mode)) {
			errno = ENOTDIR;
			return 0;
		}
		if (!found || !S_ISLNK(status.st_mode))
			continue;
		ssize_t size = readlink(made, target, sizeof target - 1);
		if (size == -1 || ++links > 40 || size + strlen(rest) >= PATH_MAX) {
			if (size != -1)
				errno = ELOOP;
			return 0;
		}
		strcpy(target + size, rest);
		rest = strcpy(ahead, target);
		made[*target == '/' ? 0 : end] = 0;
	}
}

static int resolve(const char *path, char *made)
{
	*made = 0;
	if (*path == 0) {
		errno = ENOENT;
		return 0;
	}
	if (*path != '/' && getcwd(made, PATH_MAX) == NULL)
		return 0;
	if (strcmp(made, "/") == 0)
		*made = 0;
	if (!walk(made, path))
		return 0;
	if (*made == 0)
		strcpy(made, "/");
	return 1;
}

/* The way from a directory to a path, both without links. */
static void print_relative(const char *path, const char *from)
{
	size_t common = 0, at = 0;
	while (path[at] && path[at] == from[at]) {
		at++;
		if ((path[at] == 0 || path[at] == '/') && (from[at] == 0 || from[at] == '/'))
			common = at;
	}
	const char *up = from + common;
	const char *down = path + common;
	if (strcmp(from, "/") == 0)
		up = "", down = path;
	int printed = 0;
	for (; *up; up++)
		if (*up == '/' && up[1])
			printed += printf("%s..", printed ? "/" : "");
	down += strspn(down, "/");
	if (*down)
		printed += printf("%s%s", printed ? "/" : "", down);
	if (!printed)
		putchar('.');
}

static const struct option longs[] = {
	{"canonicalize-existing", no_argument, NULL, 'e'}, {"canonicalize-missing", no_argument, NULL, 'm'}, {"no-symlinks", no_argument, NULL, 's'},
	{"quiet", no_argument, NULL, 'q'}, {"relative-base", required_argument, NULL, 'B'}, {"relative-to", required_argument, NULL, 'R'},
	{"strip", no_argument, NULL, 's'}, {"zero", no_argument, NULL, 'z'}, {NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	int option, quiet = 0, end = '\n', failed = 0;
	const char *relative = NULL, *below = NULL;
	char made[PATH_MAX], to[PATH_MAX], base[PATH_MAX];
	while ((option = getopt_long(argc, argv, "eLmPqsz", longs, NULL)) != -1) {
		switch (option) {
		case 'e':
			existing = ALL;
			break;
		case 'm':
			existing = NONE;
			break;
		case 's':
			links_stay = 1;
			break;
		case 'q':
			quiet = 1;
			break;
		case 'z':
			end = 0;
			break;
		case 'R':
			relative = optarg;
			break;
		case 'B':
			below = optarg;
			break;
		case 'P':
		case 'L':
			break;
		default:
			refer_to_help(1);
		}
	}
	if (optind == argc) {
		error(0, 0, "missing operand");
		refer_to_help(1);
	}
	if (relative && !resolve(relative, to))
		error(1, errno, "%s", relative);
	if (below && !resolve(below, base))
		error(1, errno, "%s", below);
	if (below && !relative)
		strcpy(to, base);
	for (; optind < argc; optind++) {
		if (!resolve(argv[optind], made)) {
			if (!quiet)
				error(0, errno, "%s", argv[optind]);
			failed = 1;
			continue;
		}
		size_t length = below ? strlen(base) : 0;
		int inside = !below || (strncmp(made, base, length) == 0 && (made[length] == 0 || made[length] == '/'));
		if ((relative || below) && inside)
			print_relative(made, to);
		else
			fputs(made, stdout);
		putchar(end);
	}
	return failed;
}
