/* uniq: leaves out repeated lines that follow each other. uniq [-cdDiu] [-f FIELDS] [-s BYTES] [-w BYTES] [FILE [OUTPUT]] */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static int counted, only_repeated, only_single, all_repeated, fold;
static size_t fields, bytes, most = (size_t)-1;

static void show(const char *line, long times)
{
	if (all_repeated || (only_repeated && times == 1) || (only_single && times > 1))
		return;
	if (counted)
		printf("%7ld ", times);
	puts(line);
}

/* What of a line is compared. */
static const char *part(const char *line)
{
	for (size_t i = 0; i < fields && *line; i++) {
		while (isblank((unsigned char)*line))
			line++;
		while (*line && !isblank((unsigned char)*line))
			line++;
	}
	for (size_t i = 0; i < bytes && *line; i++)
		line++;
	return line;
}

static int same(const char *a, const char *b)
{
	return (fold ? strncasecmp : strncmp)(part(a), part(b), most) == 0;
}

static size_t number(const char *text, const char *of_what)
{
	char *end;
	size_t value = strtoul(text, &end, 10);
	if (end == text || *end)
		error(1, 0, "%s: invalid number of %s", text, of_what);
	return value;
}

static const struct option longs[] = {
	{"all-repeated", no_argument, NULL, 'D'}, {"check-chars", required_argument, NULL, 'w'}, {"count", no_argument, NULL, 'c'},
	{"ignore-case", no_argument, NULL, 'i'}, {"repeated", no_argument, NULL, 'd'}, {"skip-chars", required_argument, NULL, 's'},
	{"skip-fields", required_argument, NULL, 'f'}, {"unique", no_argument, NULL, 'u'}, {NULL, 0, NULL, 0},
};

static int refer(void)
{
	fputs("Try 'uniq --help' for more information.\n", stderr);
	return 1;
}

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt_long(argc, argv, "cdDuif:s:w:", longs, NULL)) != -1) {
		switch (option) {
		case 'c':
			counted = 1;
			break;
		case 'd':
			only_repeated = 1;
			break;
		case 'D':
			all_repeated = 1;
			break;
		case 'f':
			fields = number(optarg, "fields to skip");
			break;
		case 's':
			bytes = number(optarg, "bytes to skip");
			break;
		case 'w':
			most = number(optarg, "bytes to compare");
			break;
		case 'u':
			only_single = 1;
			break;
		case 'i':
			fold = 1;
			break;
		default:
			return refer();
		}
	}
	if (optind + 2 < argc) {
		error(0, 0, "extra operand '%s'", argv[optind + 2]);
		return refer();
	}
	if (all_repeated && counted) {
		error(0, 0, "printing all duplicated lines and repeat counts is meaningless");
		return refer();
	}
	if (optind < argc && strcmp(argv[optind], "-") != 0 && freopen(argv[optind], "r", stdin) == NULL)
		error(1, errno, "%s", argv[optind]);
	if (optind + 1 < argc && strcmp(argv[optind + 1], "-") != 0 && freopen(argv[optind + 1], "w", stdout) == NULL)
		error(1, errno, "%s", argv[optind + 1]);
	char *line = NULL;
	char *before = NULL;
	size_t size = 0;
	long times = 0;
	ssize_t length;
	while ((length = getline(&line, &size, stdin)) != -1) {
		if (length > 0 && line[length - 1] == '\n')
			line[length - 1] = 0;
		if (before && same(before, line)) {
			times++;
			if (all_repeated && times == 2)
				puts(before);
			if (all_repeated)
				puts(line);
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
