/* mktemp: makes a file or directory of a new name and prints it. mktemp [-dqu] [-p DIR | -t] [--suffix=TEXT] [TEMPLATE] */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared/shared.h"

#define LONGEST 4096

static const struct option longs[] = {
	{"directory", no_argument, NULL, 'd'}, {"dry-run", no_argument, NULL, 'u'}, {"quiet", no_argument, NULL, 'q'},
	{"suffix", required_argument, NULL, 's'}, {"tmpdir", optional_argument, NULL, 'T'}, {NULL, 0, NULL, 0},
};

static const char *temporary_folder(void)
{
	const char *folder = getenv("TMPDIR");
	return folder && *folder ? folder : "/tmp";
}

static int make_file(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
	return fd == -1 ? -1 : close(fd);
}

int main(int argc, char **argv)
{
	int option, directory = 0, quiet = 0, dry = 0, in_folder = 0, one_name = 0;
	const char *folder = NULL, *suffix = "";
	char path[LONGEST], template[LONGEST];
	while ((option = getopt_long(argc, argv, "dp:qtu", longs, NULL)) != -1) {
		switch (option) {
		case 'd':
			directory = 1;
			break;
		case 'p':
		case 'T':
			folder = optarg;
			in_folder = 1;
			break;
		case 'q':
			quiet = 1;
			break;
		case 's':
			suffix = optarg;
			break;
		case 't':
			in_folder = one_name = 1;
			break;
		case 'u':
			dry = 1;
			break;
		default:
			refer_to_help(1);
		}
	}
	if (argc - optind > 1) {
		error(0, 0, "too many templates");
		refer_to_help(1);
	}
	if (optind == argc)
		in_folder = 1;
	snprintf(template, sizeof template, "%s", optind < argc ? argv[optind] : "tmp.XXXXXXXXXX");
	const char *last = strrchr(template, 'X');
	if (*suffix && (last == NULL || last[1]))
		error(1, 0, "with --suffix, template '%s' must end in X", template);
	if (strchr(suffix, '/'))
		error(1, 0, "invalid suffix '%s', contains directory separator", suffix);
	int ending = last ? (int)strlen(last + 1) : 0, count = 0;
	while (last && last - count >= template && last[-count] == 'X')
		count++;
	if (count < 3)
		error(1, 0, "too few X's in template '%s'", template);
	if (last && strchr(last, '/'))
		error(1, 0, "invalid suffix '%s', contains directory separator", last + 1);
	if (one_name && strchr(template, '/'))
		error(1, 0, "invalid template, '%s', contains directory separator", template);
	if (in_folder && !one_name && template[0] == '/')
		error(1, 0, "invalid template, '%s'; with --tmpdir, it may not be absolute", template);
	if (folder == NULL || *folder == 0 || (one_name && getenv("TMPDIR")))
		folder = temporary_folder();
	int length = in_folder ? snprintf(path, sizeof path, "%s%s", folder, folder[strlen(folder) - 1] == '/' ? "" : "/") : 0;
	snprintf(path + length, sizeof path - length, "%s%s", template, suffix);
	ending += strlen(suffix);
	char *first = path + strlen(path) - ending - count;
	for (int tries = 0; tries < 1000; tries++) {
		static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
		struct stat status;
		unsigned char chance[LONGEST];
		if (getentropy(chance, count < 256 ? count : 256) == -1)
			break;
		for (int i = 0; i < count; i++)
			first[i] = letters[chance[i % 256] % 62];
		int made = dry ? -(lstat(path, &status) == 0) : directory ? mkdir(path, 0700) : make_file(path);
		if (made >= 0) {
			puts(path);
			return 0;
		}
		if (!dry && errno != EEXIST)
			break;
	}
	int why = errno;
	memset(first, 'X', count);
	if (!quiet)
		error(0, why, "failed to create %s via template '%s'", directory ? "directory" : "file", path);
	return 1;
}
