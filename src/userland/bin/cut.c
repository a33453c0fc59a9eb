/* cut: parts of lines. cut -b|-c|-f LIST [-d CHAR] [-s] [--complement] [--output-delimiter=TEXT] [FILE…] */
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/shared.h"

#define MOST 64
/* Of a line. */
static char ending = '\n';
static struct range {
	long first, last;
} ranges[MOST];
static int range_count, delimiter = '\t', only_delimited, fields, complement;
static const char *between;

static void refuse(const char *text, const char *value)
{
	error(0, 0, text, value);
	refer_to_help(1);
}

static void read_list(const char *list)
{
	const char *at = list;
	while (range_count < MOST) {
		struct range *range = &ranges[range_count++];
		char *end;
		int dash = 0;
		const char *start = at;
		range->first = isdigit((unsigned char)*at) ? strtol(at, &end, 10) : -1;
		at = range->first == -1 ? at : end;
		range->last = range->first;
		if (*at == '-') {
			dash = 1;
			at++;
			range->last = isdigit((unsigned char)*at) ? strtol(at, &end, 10) : LONG_MAX;
			if (range->last != LONG_MAX)
				at = end;
			else if (range->first == -1)
				refuse("invalid range with no endpoint: %s", "-");
		}
		if (*at && *at != ',' && *at != ' ')
			refuse(fields ? "invalid field value '%s'" : "invalid byte/character position '%s'", start);
		if (range->first == 0 || (range->first == -1 && !dash))
			refuse(fields ? "fields are numbered from 1" : "byte/character positions are numbered from 1", NULL);
		if (range->first == -1)
			range->first = 1;
		if (range->last < range->first)
			refuse("invalid decreasing range", NULL);
		if (*at == 0)
			return;
		at++;
	}
}

static int wanted(long number)
{
	for (int i = 0; i < range_count; i++)
		if (number >= ranges[i].first && number <= ranges[i].last)
			return !complement;
	return complement;
}

/* Whether a range begins here: the text between parts stands before it. */
static int begins(long number)
{
	for (int i = 0; i < range_count; i++)
		if (ranges[i].first == number)
			return 1;
	return 0;
}

static void cut_line(char *line, ssize_t length)
{
	int shown = 0;
	if (!fields) {
		for (ssize_t i = 0; i < length; i++)
			if (wanted(i + 1)) {
				if (between && shown && (!wanted(i) || begins(i + 1)))
					fputs(between, stdout);
				shown = 1;
				putchar(line[i]);
			}
	} else if (memchr(line, delimiter, length) == NULL) {
		if (only_delimited)
			return;
		fwrite(line, 1, length, stdout);
	} else {
		long number = 1;
		for (char *at = line; at <= line + length; number++) {
			char *end = memchr(at, delimiter, line + length - at);
			if (end == NULL)
				end = line + length;
			if (wanted(number)) {
				if (shown++ && between)
					fputs(between, stdout);
				else if (shown > 1)
					putchar(delimiter);
				fwrite(at, 1, end - at, stdout);
			}
			at = end + 1;
		}
	}
	putchar(ending);
}

static int cut_file(const char *name)
{
	FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "r");
	char *line = NULL;
	size_t room = 0;
	if (file == NULL) {
		error(0, errno, "%s", name);
		return 1;
	}
	for (ssize_t length; (length = getdelim(&line, &room, ending, file)) > 0;)
		cut_line(line, line[length - 1] == ending ? length - 1 : length);
	int broken = ferror(file);
	if (broken)
		error(0, errno, "%s", name);
	free(line);
	if (file != stdin)
		fclose(file);
	return broken != 0;
}

int main(int argc, char **argv)
{
	int option, failed = 0, delimited = 0;
	const char *list = NULL;
	static const struct option longs[] = {
		{"bytes", required_argument, NULL, 'b'}, {"characters", required_argument, NULL, 'c'}, {"complement", no_argument, NULL, 'C'},
		{"delimiter", required_argument, NULL, 'd'}, {"fields", required_argument, NULL, 'f'},
		{"only-delimited", no_argument, NULL, 's'}, {"output-delimiter", required_argument, NULL, 'o'},
		{"zero-terminated", no_argument, NULL, 'z'}, {NULL, 0, NULL, 0},
	};
	while ((option = getopt_long(argc, argv, "b:c:d:f:nsz", longs, NULL)) != -1) {
		switch (option) {
		case 'b':
		case 'c':
		case 'f':
			if (list)
				refuse("only one list may be specified", NULL);
			list = optarg;
			fields = option == 'f';
			break;
		case 'd':
			if (optarg[0] && optarg[1])
				refuse("the delimiter must be a single character", NULL);
			delimiter = (unsigned char)optarg[0];
			delimited = 1;
			break;
		case 'n':
			break;
		case 'z':
			ending = 0;
			break;
		case 'C':
			complement = 1;
			break;
		case 'o':
			between = optarg;
			break;
		case 's':
			only_delimited = 1;
			break;
		default:
			refer_to_help(1);
		}
	}
	if (list == NULL)
		refuse("you must specify a list of bytes, characters, or fields", NULL);
	if (!fields && delimited)
		refuse("an input delimiter may be specified only when operating on fields", NULL);
	if (!fields && only_delimited)
		refuse("suppressing non-delimited lines makes sense\n\tonly when operating on fields", NULL);
	read_list(list);
	if (optind == argc)
		return cut_file("-");
	for (int i = optind; i < argc; i++)
		failed |= cut_file(argv[i]);
	return failed;
}
