/* which: where a program is found. which [-a] NAME… */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_program(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

static int find(const char *name, int all)
{
	char path[4096];
	int found = 0;
	const char *at = getenv("PATH");
	if (strchr(name, '/')) {
		found = is_program(name);
		if (found)
			puts(name);
		return found;
	}
	for (; at && (all || !found); at = strchr(at, ':') ? strchr(at, ':') + 1 : NULL) {
		int length = strcspn(at, ":");
		snprintf(path, sizeof path, "%.*s/%s", length ? length : 1, length ? at : ".", name);
		if (is_program(path)) {
			puts(path);
			found = 1;
		}
	}
	return found;
}

int main(int argc, char **argv)
{
	int option, all = 0, failed = argc < 2;
	opterr = 0;
	while ((option = getopt(argc, argv, "a")) != -1) {
		if (option != 'a')
			return fprintf(stderr, "Illegal option -%c\n", optopt), puts("Usage: /usr/bin/which [-a] args"), 2;
		all = 1;
	}
	for (; optind < argc; optind++)
		failed |= !find(argv[optind], all);
	return failed;
}
