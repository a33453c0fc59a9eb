/* uniq: leaves out repeated lines that follow each other. uniq [-cdui] [FILE] */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static int counted, only_repeated, only_single, fold;

static void show(const char *line, long times)
{
	if ((only_repeated && times == 1) || (only_single && times > 1))
		return;
	if (counted)
		printf("%7ld ", times);
	puts(line);
}

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt(argc, argv, "cdui")) != -1) {
		switch (option) {
		case 'c':
			counted = 1;
			break;
		case 'd':
			only_repeated = 1;
			break;
		case 'u':
			only_single = 1;
			break;
		case 'i':
			fold = 1;
			break;
		default:
			return fputs("Try 'uniq --help' for more information.\n", stderr), 1;
		}
	}
	if (optind < argc && strcmp(argv[optind], "-") != 0 && freopen(argv[optind], "r", stdin) == NULL)
		error(1, errno, "%s", argv[optind]);
	char *line = NULL;
	char *before = NULL;
	size_t size = 0;
	long times = 0;
	ssize_t length;
	while ((length = getline(&line, &size, stdin)) != -1) {
		if (length > 0 && line[length - 1] == '\n')
			line[length - 1] = 0;
		if (before && (fold ? strcasecmp(before, line) : strcmp(before, line)) == 0) {
			times++;
			continue;
		}
		if (before)
			show(before, times);
		free(before);
		before = strdup(line);
		times = 1;
	}
	if (before)
		show(before, times);
	return 0;
}
