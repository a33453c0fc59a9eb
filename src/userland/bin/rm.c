/* rm: removes files, and with -r what is in directories. rm [-frRv] FILE… */
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int force, recursive, verbose;
static int failed;

static void complain(const char *path)
{
	error(0, errno, "cannot remove '%s'", path);
	failed = 1;
}

static void remove_path(const char *path);

static void remove_contents(const char *path)
{
	DIR *directory = opendir(path);
	char **names = NULL;
	size_t count = 0, room = 0;
	if (directory == NULL) {
		complain(path);
		return;
	}
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (count == room)
			names = realloc(names, (room = room * 2 + 16) * sizeof *names);
		char *name = malloc(strlen(path) + strlen(entry->d_name) + 2);
		if (names == NULL || name == NULL)
			error(1, errno, "memory exhausted");
		sprintf(name, "%s/%s", path, entry->d_name);
		names[count++] = name;
	}
	closedir(directory);
	for (size_t i = 0; i < count; i++) {
		remove_path(names[i]);
		free(names[i]);
	}
	free(names);
}

static void remove_path(const char *path)
{
	struct stat status;
	if (lstat(path, &status) == -1) {
		if (!(force && (errno == ENOENT || errno == ENOTDIR)))
			complain(path);
		return;
	}
	if (S_ISDIR(status.st_mode)) {
		if (!recursive) {
			errno = EISDIR;
			complain(path);
			return;
		}
		remove_contents(path);
		if (rmdir(path) == -1)
			complain(path);
		else if (verbose)
			printf("removed directory '%s'\n", path);
		return;
	}
	if (unlink(path) == -1)
		complain(path);
	else if (verbose)
		printf("removed '%s'\n", path);
}

static int is_dot(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt(argc, argv, "frRv")) != -1) {
		switch (option) {
		case 'f':
			force = 1;
			break;
		case 'r':
		case 'R':
			recursive = 1;
			break;
		case 'v':
			verbose = 1;
			break;
		default:
			return fputs("Try 'rm --help' for more information.\n", stderr), 1;
		}
	}
	if (optind == argc && !force) {
		error(0, 0, "missing operand");
		return fputs("Try 'rm --help' for more information.\n", stderr), 1;
	}
	for (; optind < argc; optind++) {
		if (recursive && is_dot(argv[optind])) {
			error(0, 0, "refusing to remove '.' or '..' directory: skipping '%s'", argv[optind]);
			failed = 1;
			continue;
		}
		remove_path(argv[optind]);
	}
	return failed;
}
