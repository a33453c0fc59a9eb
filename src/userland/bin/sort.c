/* sort: sorts lines. sort [-nrufbs] [-k FIELD[,FIELD]] [-t CHARACTER] [-o FILE] [FILE…] */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/shared.h"

static int numeric, reverse, unique, fold, blanks, stable;
static char separator;
/* -k: the first and last field of the key; 0 for none. */
static int first_field, last_field, first_letter;

static char **lines;
static size_t count, room;

static void take(FILE *stream)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t length;
	while ((length = getline(&line, &size, stream)) != -1) {
		if (length > 0 && line[length - 1] == '\n')
			line[length - 1] = 0;
		if (count == room) {
			room = room * 2 + 256;
			lines = realloc(lines, room * sizeof *lines);
		}
		char *copy = lines ? strdup(line) : NULL;
		if (copy == NULL)
			error(2, errno, "memory exhausted");
		lines[count++] = copy;
	}
	free(line);
}

static const char *skip_fields(const char *text, int fields)
{
	for (; fields > 0 && *text; fields--) {
		if (separator) {
			text += strcspn(text, (char[]){separator, 0});
			if (*text && fields > 1)
				text++;
		} else {
			text += strspn(text, " \t");
			text += strcspn(text, " \t");
		}
	}
	return text;
}

static void key(const char *line, const char **from, const char **to)
{
	*from = line;
	*to = line + strlen(line);
	if (first_field > 0) {
		*from = skip_fields(line, first_field - 1);
		if (separator && first_field > 1 && **from)
			++*from;
		if (last_field > 0)
			*to = skip_fields(line, last_field);
	}
	if (blanks || numeric)
		*from += strspn(*from, " \t");
	for (int i = 1; i < first_letter && *from < *to; i++)
		++*from;
	if (*to < *from)
		*to = *from;
}

static int compare_numbers(const char *first, const char *second)
{
	double a = strtod(first, NULL);
	double b = strtod(second, NULL);
	return (a > b) - (a < b);
}

static int compare_keys(const char *first, const char *second)
{
	const char *a, *b, *a_end, *b_end;
	key(first, &a, &a_end);
	key(second, &b, &b_end);
	if (numeric)
		return compare_numbers(a, b);
	while (a < a_end && b < b_end) {
		unsigned char x = *a++;
		unsigned char y = *b++;
		if (fold) {
			x = toupper(x);
			y = toupper(y);
		}
		if (x != y)
			return x < y ? -1 : 1;
	}
	return (a < a_end) - (b < b_end);
}

static int compare(const void *first, const void *second)
{
	const char *a = *(char *const *)first;
	const char *b = *(char *const *)second;
	int order = compare_keys(a, b);
	if (order == 0 && !unique && !stable)
		order = strcmp(a, b);
	return reverse ? -order : order;
}

static void parse_key(const char *text)
{
	char *end;
	first_field = strtol(text, &end, 10);
	if (end == text)
		error(2, 0, "invalid number at field start: invalid count at start of '%s'", text);
	if (first_field == 0)
		error(2, 0, "-: invalid field specification '%s'", text);
	if (*end == '.')
		first_letter = strtol(end + 1, &end, 10);
	for (int second = 0; *end; end++) {
		switch (*end) {
		case 'n':
			numeric = 1;
			break;
		case 'r':
			reverse = 1;
			break;
		case 'f':
			fold = 1;
			break;
		case 'b':
			blanks = 1;
			break;
		case ',':
			if (!second) {
				last_field = strtol(end + 1, &end, 10);
				second = 1;
				end--;
				break;
			}
			/* fall through */
		default:
			error(2, 0, "stray character in field spec: invalid field specification '%s'", text);
		}
	}
}

/* Stable, as a merge of halves. */
static void sort_lines(char **from, char **spare, size_t size)
{
	if (size < 2)
		return;
	size_t half = size / 2;
	sort_lines(from, spare, half);
	sort_lines(from + half, spare, size - half);
	memcpy(spare, from, half * sizeof *spare);
	size_t left = 0, right = half;
	for (size_t at = 0; left < half; at++) {
		if (right < size && compare(&spare[left], &from[right]) > 0)
			from[at] = from[right++];
		else
			from[at] = spare[left++];
	}
}

int main(int argc, char **argv)
{
	int option;
	const char *output = NULL;
	while ((option = getopt(argc, argv, "nrufbsk:t:o:")) != -1) {
		switch (option) {
		case 'n':
			numeric = 1;
			break;
		case 'r':
			reverse = 1;
			break;
		case 'u':
			unique = 1;
			break;
		case 'f':
			fold = 1;
			break;
		case 'b':
			blanks = 1;
			break;
		case 's':
			stable = 1;
			break;
		case 'k':
			parse_key(optarg);
			break;
		case 't':
			separator = *optarg;
			break;
		case 'o':
			output = optarg;
			break;
		default:
			return fputs("Try 'sort --help' for more information.\n", stderr), 2;
		}
	}
	if (optind == argc)
		take(stdin);
	for (; optind < argc; optind++) {
		FILE *stream = strcmp(argv[optind], "-") == 0 ? stdin : fopen(argv[optind], "r");
		if (stream == NULL)
			error(2, 0, "cannot read: %s: %s", argv[optind], strerror(errno));
		take(stream);
	}
	char **spare = malloc((count / 2 + 1) * sizeof *spare);
	if (spare == NULL)
		error(2, errno, "memory exhausted");
	sort_lines(lines, spare, count);
	if (output && freopen(output, "w", stdout) == NULL)
		error(2, 0, "open failed: %s: %s", output, strerror(errno));
	for (size_t i = 0; i < count; i++)
		if (!unique || i == 0 || compare_keys(lines[i - 1], lines[i]) != 0)
			puts(lines[i]);
	write_failure = 2;
	if (fflush(stdout) == EOF) {
		error(0, errno, "fflush failed: '%s'", output ? output : "standard output");
		error(0, 0, "write error");
		_exit(2);
	}
	return 0;
}
