/* readlink: where a symbolic link leads. readlink [-f] [-n] FILE… */
#include <error.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/shared.h"

static int links_left = 40;

/* The path without links; its last name need not exist. */
static char *canonical(const char *path, char *room)
{
	char folder[PATH_MAX];
	if (realpath(path, room))
		return room;
	ssize_t link = links_left-- > 0 ? readlink(path, folder, sizeof folder - 1) : -1;
	if (link > 0) {
		char further[PATH_MAX];
		const char *slash = strrchr(path, '/');
		folder[link] = 0;
		int written = snprintf(further, sizeof further, "%.*s%s", *folder == '/' || !slash ? 0 : (int)(slash + 1 - path), path, folder);
		return written < (int)sizeof further ? canonical(further, room) : NULL;
	}
	snprintf(folder, sizeof folder, "%s", path);
	char *slash = strrchr(folder, '/');
	const char *name = slash ? slash + 1 : path;
	if (slash)
		*slash = 0;
	if (realpath(slash == NULL ? "." : *folder ? folder : "/", room) == NULL)
		return NULL;
	size_t length = strlen(room);
	snprintf(room + length, PATH_MAX - length, "%s%s", length > 1 ? "/" : "", name);
	return room;
}

int main(int argc, char **argv)
{
	int option, whole = 0, newline = 1, failed = 0;
	while ((option = getopt(argc, argv, "fn")) != -1) {
		switch (option) {
		case 'f':
			whole = 1;
			break;
		case 'n':
			newline = 0;
			break;
		default:
			refer_to_help(1);
		}
	}
	if (optind == argc) {
		error(0, 0, "missing operand");
		refer_to_help(1);
	}
	for (int i = optind; i < argc; i++) {
		char target[PATH_MAX];
		if (whole) {
			if (canonical(argv[i], target) == NULL) {
				failed = 1;
				continue;
			}
		} else {
			ssize_t length = readlink(argv[i], target, sizeof target - 1);
			if (length == -1) {
				failed = 1;
				continue;
			}
			target[length] = 0;
		}
		fputs(target, stdout);
		if (newline || optind + 1 < argc)
			putchar('\n');
	}
	return failed;
}
