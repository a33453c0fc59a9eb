/* cp: copies files. cp [-afinpruv] FILE NAME, cp [-afinpruv] FILE… DIRECTORY */
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared/shared.h"
#include "shared/target.h"

static int recursive, force, keeping, only_older, verbose;

static int copy(const char *from, const char *to);

static int copy_bytes(const char *from, const char *to, const struct stat *status)
{
	static char buffer[65536];
	int in = open(from, O_RDONLY);
	if (in == -1) {
		error(0, errno, "cannot open '%s' for reading", from);
		return 1;
	}
	int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, status->st_mode & 0777);
	if (out == -1 && force && unlink(to) == 0)
		out = open(to, O_WRONLY | O_CREAT | O_TRUNC, status->st_mode & 0777);
	if (out == -1) {
		error(0, errno, "cannot create regular file '%s'", to);
		close(in);
		return 1;
	}
	int failed = 0;
	ssize_t count;
	while (!failed && (count = read(in, buffer, sizeof buffer)) != 0) {
		if (count == -1) {
			error(0, errno, "error reading '%s'", from);
			failed = 1;
		} else if (write(out, buffer, count) != count) {
			error(0, errno, "error writing '%s'", to);
			failed = 1;
		}
	}
	/* Mode and times, when they are to be kept. */
	struct timespec times[] = {status->st_atim, status->st_mtim};
	if (keeping && (fchmod(out, status->st_mode & 07777) == -1 || futimens(out, times) == -1))
		error(0, errno, "preserving times for '%s'", to);
	close(in);
	close(out);
	return failed;
}

static int copy_directory(const char *from, const char *to, const struct stat *status)
{
	int failed = 0;
	if (mkdir(to, status->st_mode & 0777) == -1 && errno != EEXIST) {
		error(0, errno, "cannot create directory '%s'", to);
		return 1;
	}
	DIR *directory = opendir(from);
	if (directory == NULL) {
		error(0, errno, "cannot access '%s'", from);
		return 1;
	}
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		char source[4096], target[4096];
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		snprintf(source, sizeof source, "%s/%s", from, entry->d_name);
		snprintf(target, sizeof target, "%s/%s", to, entry->d_name);
		failed |= copy(source, target);
	}
	closedir(directory);
	return failed;
}

static int copy_link(const char *from, const char *to)
{
	char target[4096];
	ssize_t length = readlink(from, target, sizeof target - 1);
	if (length < 0) {
		error(0, errno, "cannot read symbolic link '%s'", from);
		return 1;
	}
	target[length] = 0;
	if (symlink(target, to) == -1) {
		error(0, errno, "cannot create symbolic link '%s'", to);
		return 1;
	}
	return 0;
}

static int copy(const char *from, const char *to)
{
	struct stat status, other;
	if ((recursive ? lstat(from, &status) : stat(from, &status)) == -1) {
		error(0, errno, "cannot stat '%s'", from);
		return 1;
	}
	if (S_ISDIR(status.st_mode) && !recursive) {
		error(0, 0, "-r not specified; omitting directory '%s'", from);
		return 1;
	}
	if (stat(to, &other) == 0) {
		int is_file = !S_ISDIR(status.st_mode) && !S_ISDIR(other.st_mode);
		if (is_file && only_older && other.st_mtime >= status.st_mtime)
			return 0;
		if (is_file && replacing == KEEP)
			return 0;
		if (refuse_to_replace(from, &status, to, &other))
			return 1;
		if (is_file && !may_replace(to))
			return 0;
	}
	if (verbose)
		printf("'%s' -> '%s'\n", from, to);
	if (S_ISDIR(status.st_mode))
		return copy_directory(from, to, &status);
	if (recursive && S_ISLNK(status.st_mode))
		return copy_link(from, to);
	if (recursive && S_ISFIFO(status.st_mode))
		return mkfifo(to, status.st_mode & 0777) == -1;
	return copy_bytes(from, to, &status);
}

static const struct option longs[] = {
	{"archive", no_argument, NULL, 'a'}, {"force", no_argument, NULL, 'f'}, {"interactive", no_argument, NULL, 'i'},
	{"no-clobber", no_argument, NULL, 'n'}, {"preserve", no_argument, NULL, 'p'}, {"recursive", no_argument, NULL, 'r'},
	{"update", no_argument, NULL, 'u'}, {"verbose", no_argument, NULL, 'v'}, {NULL, 0, NULL, 0}
};

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt_long(argc, argv, "aRfinpruv", longs, NULL)) != -1) {
		switch (option) {
		case 'a':
			recursive = keeping = 1;
			break;
		case 'R':
		case 'r':
			recursive = 1;
			break;
		case 'f':
			force = 1;
			break;
		case 'i':
			replacing = ASK;
			break;
		case 'n':
			replacing = KEEP;
			break;
		case 'p':
			keeping = 1;
			break;
		case 'u':
			only_older = 1;
			break;
		case 'v':
			verbose = 1;
			break;
		default:
			refer_to_help(1);
			break;
		}
	}
	return to_target("cp", argc - optind, argv + optind, copy);
}
