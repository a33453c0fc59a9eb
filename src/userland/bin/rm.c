/* rm: removes files, and with -r what is in directories. rm [-dfirRv] FILE… */
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared/answer.h"
#include "shared/shared.h"

static int force, recursive, verbose, asking, empty_ones;
static int failed;

static void say_why(const char *path)
{
	error(0, errno, "cannot remove '%s'", path);
	failed = 1;
}

static int remove_path(const char *path);

/* -i: whether somebody wants it. */
static int is_to_go(const char *path, const char *deed, const char *what)
{
	if (!asking)
		return 1;
	fprintf(stderr, "rm: %s %s '%s'? ", deed, what, path);
	return answers_yes();
}

static const char *kind_of(const struct stat *status)
{
	return S_ISLNK(status->st_mode) ? "symbolic link" : S_ISFIFO(status->st_mode) ? "fifo" : S_ISSOCK(status->st_mode) ? "socket"
		: S_ISCHR(status->st_mode) ? "character special file" : status->st_size ? "regular file" : "regular empty file";
}

/* The names in a directory, without . and .., each behind the directory's path; NULL when it cannot be read. */
static char **names_in(const char *path, size_t *count)
{
	DIR *directory = opendir(path);
	char **names = malloc(sizeof *names);
	size_t room = 1;
	*count = 0;
	if (directory == NULL) {
		say_why(path);
		return NULL;
	}
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (*count == room)
			names = realloc(names, (room = room * 2 + 16) * sizeof *names);
		char *name = malloc(strlen(path) + strlen(entry->d_name) + 2);
		if (names == NULL || name == NULL)
			error(1, errno, "memory exhausted");
		sprintf(name, "%s/%s", path, entry->d_name);
		names[(*count)++] = name;
	}
	closedir(directory);
	return names;
}

/* What is in a directory, with -r; 1 when the directory has to stay. */
static int remove_contents(const char *path)
{
	size_t count;
	int stays = 0;
	char **names = names_in(path, &count);
	if (names == NULL || (count && !is_to_go(path, "descend into", "directory")))
		return 1;
	for (size_t i = 0; i < count; i++) {
		stays |= remove_path(names[i]);
		free(names[i]);
	}
	free(names);
	return stays;
}

/* 1 when it is still there. */
static int remove_path(const char *path)
{
	struct stat status;
	if (lstat(path, &status) == -1) {
		if (!(force && (errno == ENOENT || errno == ENOTDIR)))
			say_why(path);
		return 0;
	}
	int is_directory = S_ISDIR(status.st_mode);
	if (is_directory && !recursive && !empty_ones) {
		errno = EISDIR;
		say_why(path);
		return 1;
	}
	if (is_directory && recursive && remove_contents(path))
		return 1;
	if (!is_to_go(path, "remove", is_directory ? "directory" : kind_of(&status)))
		return 1;
	if ((is_directory ? rmdir(path) : unlink(path)) == -1) {
		say_why(path);
		return 1;
	}
	if (verbose)
		printf("removed %s'%s'\n", is_directory ? "directory " : "", path);
	return 0;
}

static int is_dot(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* With -r nobody means the root. */
static int is_root(const char *path)
{
	struct stat status, root;
	if (lstat(path, &status) == -1 || lstat("/", &root) == -1 || status.st_ino != root.st_ino || status.st_dev != root.st_dev)
		return 0;
	error(0, 0, strcmp(path, "/") == 0 ? "it is dangerous to operate recursively on '%s'"
		: "it is dangerous to operate recursively on '%s' (same as '/')", path);
	error(0, 0, "use --no-preserve-root to override this failsafe");
	return 1;
}

static const struct option longs[] = {
	{"dir", no_argument, NULL, 'd'}, {"force", no_argument, NULL, 'f'}, {"recursive", no_argument, NULL, 'r'},
	{"verbose", no_argument, NULL, 'v'}, {NULL, 0, NULL, 0}
};

/* A file whose name begins with a dash is easily taken for an option. */
static void hint(char **argv)
{
	struct stat status;
	for (int i = 1; argv[i]; i++)
		if (argv[i][0] == '-' && lstat(argv[i], &status) == 0)
			fprintf(stderr, "Try 'rm ./%s' to remove the file '%s'.\n", argv[i], argv[i]);
}

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt_long(argc, argv, "dfirRv", longs, NULL)) != -1) {
		switch (option) {
		case 'd':
			empty_ones = 1;
			break;
		case 'f':
			force = 1;
			asking = 0;
			break;
		case 'i':
			asking = 1;
			force = 0;
			break;
		case 'r':
		case 'R':
			recursive = 1;
			break;
		case 'v':
			verbose = 1;
			break;
		default:
			hint(argv);
			refer_to_help(1);
		}
	}
	if (optind == argc && !force) {
		error(0, 0, "missing operand");
		refer_to_help(1);
	}
	for (; optind < argc; optind++) {
		if (recursive && is_dot(argv[optind])) {
			error(0, 0, "refusing to remove '.' or '..' directory: skipping '%s'", argv[optind]);
			failed = 1;
			continue;
		}
		if (recursive && is_root(argv[optind])) {
			failed = 1;
			continue;
		}
		remove_path(argv[optind]);
	}
	return failed;
}
