/* find: files of a tree. find [PATH…] [-maxdepth N] [-name PATTERN] [-type LETTER] [-print] */
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "shared/shared.h"

static const char *pattern;
static char type;
static long deepest = -1;
static int failed;

static char letter_of(mode_t mode)
{
	return S_ISDIR(mode) ? 'd' : S_ISLNK(mode) ? 'l' : S_ISFIFO(mode) ? 'p' : S_ISSOCK(mode) ? 's' : S_ISCHR(mode) ? 'c' :
		S_ISBLK(mode) ? 'b' : 'f';
}

static void visit(const char *path, const char *name, long depth)
{
	struct stat status;
	if (lstat(path, &status) == -1) {
		error(0, errno, "'%s'", path);
		failed = 1;
		return;
	}
	if ((!type || letter_of(status.st_mode) == type) && (!pattern || fnmatch(pattern, name, 0) == 0))
		puts(path);
	if (!S_ISDIR(status.st_mode) || depth == deepest)
		return;
	DIR *directory = opendir(path);
	if (directory == NULL) {
		fflush(stdout);
		error(0, errno, "'%s'", path);
		failed = 1;
		return;
	}
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		char *below = malloc(strlen(path) + strlen(entry->d_name) + 2);
		sprintf(below, "%s%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/", entry->d_name);
		visit(below, entry->d_name, depth + 1);
		free(below);
	}
	closedir(directory);
}

int main(int argc, char **argv)
{
	int paths = 1;
	while (paths < argc && argv[paths][0] != '-')
		paths++;
	for (int i = paths; i < argc; i++) {
		const char *word = argv[i];
		int known = strcmp(word, "-name") == 0 || strcmp(word, "-type") == 0 || strcmp(word, "-maxdepth") == 0;
		if (strcmp(word, "-print") == 0)
			continue;
		if (!known && word[0] == '-')
			error(1, 0, "unknown predicate `%s'", word);
		if (!known)
			error(1, 0, "paths must precede expression: `%s'", word);
		if (++i == argc)
			error(1, 0, "missing argument to `%s'", word);
		if (strcmp(word, "-name") == 0)
			pattern = argv[i];
		else if (strcmp(word, "-maxdepth") == 0)
			deepest = atol(argv[i]);
		else if (strchr("fdlpscb", (type = argv[i][0])) == NULL || argv[i][0] == 0)
			error(1, 0, "Unknown argument to -type: %s", argv[i]);
	}
	if (paths == 1)
		visit(".", ".", 0);
	for (int i = 1; i < paths; i++) {
		const char *slash = strrchr(argv[i], '/');
		visit(argv[i], slash && slash[1] ? slash + 1 : argv[i], 0);
	}
	return failed;
}
