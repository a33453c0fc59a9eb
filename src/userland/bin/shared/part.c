/* How many lines or bytes, and of which files: the command line of head and tail. */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "part.h"

int part_options(int argc, char **argv, struct part *part, const char *signs,
	long (*number)(const char *text, const char *what))
{
	int option;
	part->most = 10;
	part->bytes = 0;
	part->headers = -1;
	if (argc > 1 && argv[1][0] && strchr(signs, argv[1][0]) && argv[1][1] >= '0' && argv[1][1] <= '9') {
		part->most = number(argv[1] + (argv[1][0] == '-'), "lines");
		optind = 2;
	}
	while ((option = getopt(argc, argv, "n:c:qv")) != -1) {
		switch (option) {
		case 'n':
			part->bytes = 0;
			part->most = number(optarg, "lines");
			break;
		case 'c':
			part->bytes = 1;
			part->most = number(optarg, "bytes");
			break;
		case 'q':
			part->headers = 0;
			break;
		case 'v':
			part->headers = 1;
			break;
		default:
			fprintf(stderr, "Try '%s --help' for more information.\n", argv[0]);
			exit(1);
		}
	}
	if (part->headers == -1)
		part->headers = argc - optind > 1;
	return optind;
}

int show_each(int count, char **files, int headers, void (*show)(int fd, const char *name))
{
	int failed = 0;
	int first = 1;
	if (count == 0)
		show(0, "standard input");
	for (int i = 0; i < count; i++) {
		int standard = strcmp(files[i], "-") == 0;
		int fd = standard ? 0 : open(files[i], O_RDONLY);
		if (fd == -1) {
			error(0, errno, "cannot open '%s' for reading", files[i]);
			failed = 1;
			continue;
		}
		if (headers)
			printf("%s==> %s <==\n", first ? "" : "\n", standard ? "standard input" : files[i]);
		first = 0;
		show(fd, files[i]);
		if (!standard)
			close(fd);
	}
	return failed;
}
