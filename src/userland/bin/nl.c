/* nl: numbers the lines of files. nl [-b a|t|n] [-i STEP] [-n ln|rn|rz] [-s TEXT] [-v FIRST] [-w WIDTH] [FILE…] */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "shared/shared.h"

static long number = 1, step = 1, width = 6;
/* Of a number: to the left, to the right, or to the right with zeros. */
static const char *form = "%*ld%s";
static const char *separator = "\t";
static char style = 't';

static int show(const char *name)
{
	int standard = strcmp(name, "-") == 0;
	FILE *file = standard ? stdin : fopen(name, "r");
	char *line = NULL;
	size_t room = 0;
	if (file == NULL) {
		error(0, errno, "%s", name);
		return 1;
	}
	for (ssize_t length; (length = getline(&line, &room, file)) > 0;) {
		if (line[length - 1] == '\n')
			line[--length] = 0;
		if (style == 'a' || (style == 't' && length > 0))
			printf(form, (int)width, number, separator), number += step;
		else
			printf("%*s", (int)(width + strlen(separator)), "");
		fwrite(line, 1, length, stdout);
		putchar('\n');
	}
	int failed = ferror(file);
	if (failed)
		error(0, errno, "%s", name);
	free(line);
	if (!standard)
		fclose(file);
	return failed != 0;
}

static long read_number(const char *text, const char *what, long least)
{
	char *end;
	errno = 0;
	long value = strtol(text, &end, 10);
	if (*text == 0 || *end || errno || value < least)
		error(1, value < least && *end == 0 ? ERANGE : 0, "invalid %s: '%s'", what, text);
	return value;
}

int main(int argc, char **argv)
{
	static const struct option longs[] = {
		{"body-numbering", required_argument, NULL, 'b'}, {"line-increment", required_argument, NULL, 'i'}, {"number-format", required_argument, NULL, 'n'}, {"number-separator", required_argument, NULL, 's'},
		{"number-width", required_argument, NULL, 'w'}, {"starting-line-number", required_argument, NULL, 'v'}, {NULL, 0, NULL, 0},
	};
	int option, failed = 0;
	while ((option = getopt_long(argc, argv, "b:i:n:s:v:w:", longs, NULL)) != -1) {
		switch (option) {
		case 'b':
			style = *optarg;
			if (strlen(optarg) != 1 || strchr("atn", style) == NULL) {
				error(0, 0, "invalid body numbering style: '%s'", optarg);
				refer_to_help(1);
			}
			break;
		case 'i':
			step = read_number(optarg, "line number increment", LONG_MIN);
			break;
		case 'n':
			form = strcmp(optarg, "ln") == 0 ? "%-*ld%s" : strcmp(optarg, "rn") == 0 ? "%*ld%s" : strcmp(optarg, "rz") == 0 ? "%0*ld%s" : NULL;
			if (form == NULL) {
				error(0, 0, "invalid line numbering format: '%s'", optarg);
				refer_to_help(1);
			}
			break;
		case 's':
			separator = optarg;
			break;
		case 'v':
			number = read_number(optarg, "starting line number", -2147483647);
			break;
		case 'w':
			width = read_number(optarg, "line number field width", 1);
			break;
		default:
			refer_to_help(1);
		}
	}
	if (optind == argc)
		return show("-");
	for (; optind < argc; optind++)
		failed |= show(argv[optind]);
	return failed;
}
