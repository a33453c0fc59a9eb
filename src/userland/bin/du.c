/* du: how much room files take, or how long they are. du [-abchks] [-d DEPTH] [FILE…] */
#include <dirent.h>
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

static int all, lengths, readable, total;
static long block = 1024;
static int deepest = INT_MAX;
static int failed;

/* Files with several names, which count once. */
static ino_t *counted;
static size_t counts;

static int is_counted(const struct stat *status)
{
	if (S_ISDIR(status->st_mode) || status->st_nlink < 2)
		return 0;
	for (size_t i = 0; i < counts; i++)
		if (counted[i] == status->st_ino)
			return 1;
	counted = realloc(counted, (counts + 1) * sizeof *counted);
	if (counted == NULL)
		error(1, errno, "memory exhausted");
	counted[counts++] = status->st_ino;
	return 0;
}

static void show(long bytes, const char *path)
{
	const char *units = "KMGTPE";
	long unit = 1;
	if (!readable) {
		printf("%ld\t%s\n", (bytes + block - 1) / block, path);
		return;
	}
	while (bytes > 1023 * unit && *units)
		unit *= 1024, units++;
	long tenths = (bytes * 10 + unit - 1) / unit;
	if (unit == 1)
		printf("%ld\t%s\n", bytes, path);
	else if (tenths < 100)
		printf("%ld.%ld%c\t%s\n", tenths / 10, tenths % 10, units[-1], path);
	else
		printf("%ld%c\t%s\n", (bytes + unit - 1) / unit, units[-1], path);
}

/* Adds up what is below a path. */
static long measure(const char *path, int depth)
{
	struct stat status;
	if (lstat(path, &status) == -1) {
		error(0, errno, "cannot access '%s'", path);
		failed = 1;
		return 0;
	}
	if (is_counted(&status))
		return 0;
	int is_directory = S_ISDIR(status.st_mode);
	long bytes = lengths ? status.st_size : status.st_blocks * 512;
	DIR *directory = is_directory ? opendir(path) : NULL;
	if (is_directory && directory == NULL) {
		error(0, errno, "cannot read directory '%s'", path);
		failed = 1;
	}
	for (struct dirent *entry; directory && (entry = readdir(directory)) != NULL;) {
		char below[PATH_MAX];
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		const char *slash = path[strlen(path) - 1] == '/' ? "" : "/";
		if (snprintf(below, sizeof below, "%s%s%s", path, slash, entry->d_name) < (int)sizeof below)
			bytes += measure(below, depth + 1);
	}
	if (directory)
		closedir(directory);
	if (depth == 0 || (depth <= deepest && (all || is_directory)))
		show(bytes, path);
	return bytes;
}

static const struct option longs[] = {
	{"all", no_argument, NULL, 'a'}, {"apparent-size", no_argument, NULL, 'A'}, {"block-size", required_argument, NULL, 'B'},
	{"bytes", no_argument, NULL, 'b'}, {"human-readable", no_argument, NULL, 'h'}, {"max-depth", required_argument, NULL, 'd'},
	{"summarize", no_argument, NULL, 's'}, {"total", no_argument, NULL, 'c'}, {NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	int option;
	char *end;
	while ((option = getopt_long(argc, argv, "aB:bchkmd:s", longs, NULL)) != -1) {
		switch (option) {
		case 'a':
			all = 1;
			break;
		case 'A':
			lengths = 1;
			break;
		case 'B':
			block = strtol(optarg, &end, 10);
			if (end == optarg)
				block = 1;
			block *= *end == 'K' ? 1024 : *end == 'M' ? 1024 * 1024 : *end == 'G' ? 1024 * 1024 * 1024 : 1;
			if (block < 1)
				error(1, 0, "invalid -B argument '%s'", optarg);
			break;
		case 'b':
			lengths = 1;
			block = 1;
			break;
		case 'c':
			total = 1;
			break;
		case 'h':
			readable = 1;
			break;
		case 'k':
			block = 1024;
			break;
		case 'm':
			block = 1024 * 1024;
			break;
		case 'd':
			deepest = strtol(optarg, &end, 10);
			if (end == optarg || *end) {
				error(0, 0, "invalid maximum depth '%s'", optarg);
				refer_to_help(1);
			}
			break;
		case 's':
			deepest = 0;
			break;
		default:
			refer_to_help(1);
		}
	}
	long sum = 0;
	if (optind == argc)
		sum += measure(".", 0);
	for (; optind < argc; optind++)
		sum += measure(argv[optind], 0);
	if (total)
		show(sum, "total");
	return failed;
}
