/* sort: sorts lines. sort [-bcCdfghMmnrsuz] [-k FIELD[.LETTER][OPTIONS][,FIELD[.LETTER][OPTIONS]]]… [-t CHARACTER] [-o FILE] [FILE…] */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include "shared/shared.h"

/* How keys are compared; `way` is n, g, h, M, V or 0. */
struct ordering {
	char way;
	int reverse, fold, dictionary, blanks_before, blanks_behind;
};

/* Fields and letters from 0; last_field is LONG_MAX when the key goes to the end of the line. */
struct key {
	long first_field, first_letter, last_field, last_letter;
	struct ordering ordering;
	int ordered; /* it has options of its own */
};

#define KEYS 16

static struct key keys[KEYS];
static int key_count;
static struct ordering whole;
static int unique, stable, merging, checking, quiet;
static char separator, ending = '\n';

static char **lines;
static size_t count, room;

static void take(FILE *stream)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t length;
	while ((length = getdelim(&line, &size, ending, stream)) != -1) {
		if (length > 0 && line[length - 1] == ending)
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

static int is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static const char *skip_blanks(const char *at)
{
	while (*at && is_blank(*at))
		at++;
	return at;
}

/* Behind so many fields; with a separator, behind the last one's separator too when `over` says so. */
static const char *skip_fields(const char *at, long fields, int over)
{
	for (; *at && fields > 0; fields--) {
		if (separator) {
			while (*at && *at != separator)
				at++;
			if (*at && (fields > 1 || over))
				at++;
		} else {
			at = skip_blanks(at);
			while (*at && !is_blank(*at))
				at++;
		}
	}
	return at;
}

static const char *skip_letters(const char *at, long letters)
{
	while (*at && letters-- > 0)
		at++;
	return at;
}

static const char *beginning(const struct key *key, const char *line)
{
	const char *at = skip_fields(line, key->first_field, 1);
	if (key->ordering.blanks_before)
		at = skip_blanks(at);
	return skip_letters(at, key->first_letter);
}

static const char *end_of(const struct key *key, const char *line)
{
	if (key->last_field == LONG_MAX)
		return line + strlen(line);
	if (key->last_letter == 0)
		return skip_fields(line, key->last_field + 1, 0);
	const char *at = skip_fields(line, key->last_field, 1);
	if (key->ordering.blanks_behind)
		at = skip_blanks(at);
	return skip_letters(at, key->last_letter);
}

/* The text of a number is compared, so that none is too long: its sign, the digits before the point, those behind. */
static int compare_numbers(const char *a, const char *b)
{
	a = skip_blanks(a);
	b = skip_blanks(b);
	int minus[2] = {*a == '-', *b == '-'};
	const char *text[2] = {a + minus[0], b + minus[1]};
	size_t size[2];
	int zero[2];
	for (int i = 0; i < 2; i++) {
		text[i] += strspn(text[i], "0");
		size[i] = strspn(text[i], "0123456789");
		const char *behind = text[i] + size[i] + (text[i][size[i]] == '.');
		zero[i] = size[i] == 0 && (text[i][0] != '.' || !isdigit((unsigned char)behind[strspn(behind, "0")]));
	}
	int sign[2] = {zero[0] ? 0 : minus[0] ? -1 : 1, zero[1] ? 0 : minus[1] ? -1 : 1};
	if (sign[0] != sign[1])
		return sign[0] < sign[1] ? -1 : 1;
	int order = size[0] != size[1] ? (size[0] < size[1] ? -1 : 1) : strncmp(text[0], text[1], size[0]);
	if (order == 0) {
		const char *x = text[0] + size[0], *y = text[1] + size[1];
		x += *x == '.';
		y += *y == '.';
		while (isdigit((unsigned char)*x) || isdigit((unsigned char)*y)) {
			int left = isdigit((unsigned char)*x) ? *x++ : '0', right = isdigit((unsigned char)*y) ? *y++ : '0';
			if (left != right) {
				order = left < right ? -1 : 1;
				break;
			}
		}
	}
	return sign[0] < 0 ? -order : order;
}

/* The letter behind a number tells its size: 1K is more than 900. */
static int magnitude(const char *text)
{
	static const char letters[] = "KMGTPEZY";
	text = skip_blanks(text);
	int minus = *text == '-';
	const char *digits = text + minus;
	const char *behind = digits + strspn(digits, "0123456789.");
	if (strspn(digits, "0.") == (size_t)(behind - digits))
		return 0;
	const char *found = *behind ? strchr(letters, *behind == 'k' ? 'K' : *behind) : NULL;
	int size = found ? (int)(found - letters) + 1 : 0;
	return minus ? -size : size;
}

static int compare_sizes(const char *a, const char *b)
{
	int left = magnitude(a), right = magnitude(b);
	return left != right ? (left < right ? -1 : 1) : compare_numbers(a, b);
}

static int compare_reals(const char *a, const char *b)
{
	char *a_end, *b_end;
	double x = strtod(a, &a_end), y = strtod(b, &b_end);
	if (a_end == a || b_end == b)
		return (a_end != a) - (b_end != b);
	return (x > y) - (x < y);
}

static int month(const char *text)
{
	static const char *const names[] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
	text = skip_blanks(text);
	for (int i = 0; i < 12; i++)
		if (strncasecmp(text, names[i], 3) == 0)
			return i + 1;
	return 0;
}

static int compare_texts(const struct ordering *ordering, const char *a, const char *b)
{
	for (;;) {
		while (ordering->dictionary && *a && !isalnum((unsigned char)*a) && !is_blank(*a))
			a++;
		while (ordering->dictionary && *b && !isalnum((unsigned char)*b) && !is_blank(*b))
			b++;
		unsigned char x = ordering->fold ? toupper((unsigned char)*a) : *a;
		unsigned char y = ordering->fold ? toupper((unsigned char)*b) : *b;
		if (x != y)
			return x < y ? -1 : 1;
		if (x == 0)
			return 0;
		a++;
		b++;
	}
}

static int compare_by(const struct ordering *ordering, const char *a, const char *b)
{
	switch (ordering->way) {
	case 'n':
		return compare_numbers(a, b);
	case 'h':
		return compare_sizes(a, b);
	case 'g':
		return compare_reals(a, b);
	case 'M':
		return month(a) - month(b);
	case 'V':
		return strverscmp(a, b);
	default:
		return compare_texts(ordering, a, b);
	}
}

static char *part(const char *from, const char *to)
{
	char *copy = strndup(from, from < to ? to - from : 0);
	if (copy == NULL)
		error(2, errno, "memory exhausted");
	return copy;
}

static int compare_keys(const char *first, const char *second)
{
	if (key_count == 0) {
		const char *a = whole.blanks_before ? skip_blanks(first) : first, *b = whole.blanks_before ? skip_blanks(second) : second;
		int order = compare_by(&whole, a, b);
		return whole.reverse ? -order : order;
	}
	for (int i = 0; i < key_count; i++) {
		const struct key *key = &keys[i];
		char *a = part(beginning(key, first), end_of(key, first)), *b = part(beginning(key, second), end_of(key, second));
		int order = compare_by(&key->ordering, a, b);
		free(a);
		free(b);
		if (order != 0)
			return key->ordering.reverse ? -order : order;
	}
	return 0;
}

static int compare(const char *a, const char *b)
{
	int order = compare_keys(a, b);
	if (order == 0 && !unique && !stable) {
		order = strcmp(a, b);
		return whole.reverse ? -order : order;
	}
	return order;
}

/* Sets an option of ordering; 0 when the letter is none. */
static int set_option(struct ordering *ordering, char letter, int before, int behind)
{
	switch (letter) {
	case 'b':
		ordering->blanks_before |= before;
		ordering->blanks_behind |= behind;
		return 1;
	case 'd':
		return ordering->dictionary = 1;
	case 'f':
		return ordering->fold = 1;
	case 'r':
		return ordering->reverse = 1;
	case 'g':
	case 'h':
	case 'M':
	case 'n':
	case 'V':
		ordering->way = letter;
		return 1;
	default:
		return 0;
	}
}

static _Noreturn void bad_key(const char *what, const char *text)
{
	error(2, 0, "%s: invalid field specification '%s'", what, text);
	exit(2);
}

static const char *read_count(const char *text, long *value, const char *what)
{
	char *end;
	*value = strtol(text, &end, 10);
	if (end == text || !isdigit((unsigned char)*text))
		error(2, 0, "%s: invalid count at start of '%s'", what, text);
	return end;
}

static const char *read_options(const char *at, struct key *key, int before, int behind)
{
	while (*at && set_option(&key->ordering, *at, before, behind)) {
		key->ordered = 1;
		at++;
	}
	return at;
}

static void parse_key(const char *text)
{
	if (key_count == KEYS)
		error(2, 0, "too many keys");
	struct key *key = &keys[key_count++];
	const char *at = read_count(text, &key->first_field, "invalid number at field start");
	key->last_field = LONG_MAX;
	if (key->first_field-- == 0)
		bad_key("field number is zero", text);
	if (*at == '.') {
		at = read_count(at + 1, &key->first_letter, "invalid number after '.'");
		if (key->first_letter-- == 0)
			bad_key("character offset is zero", text);
	}
	at = read_options(at, key, 1, 0);
	if (*at == ',') {
		at = read_count(at + 1, &key->last_field, "invalid number after ','");
		if (key->last_field-- == 0)
			bad_key("field number is zero", text);
		if (*at == '.')
			at = read_count(at + 1, &key->last_letter, "invalid number after '.'");
		at = read_options(at, key, 0, 1);
	}
	if (*at)
		bad_key("stray character in field spec", text);
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
		if (right < size && compare(spare[left], from[right]) > 0)
			from[at] = from[right++];
		else
			from[at] = spare[left++];
	}
}

/* Where the lines of each file begin. */
static size_t *starts;
static size_t files;

static void note_file(void)
{
	starts = realloc(starts, (files + 2) * sizeof *starts);
	if (starts == NULL)
		error(2, errno, "memory exhausted");
	starts[files++] = count;
}

/* Of the files' first lines the least, again and again: each file is taken for sorted. */
static void merge_files(char **merged)
{
	size_t *at = malloc((files + 1) * sizeof *at);
	if (at == NULL)
		error(2, errno, "memory exhausted");
	starts[files] = count;
	memcpy(at, starts, files * sizeof *at);
	for (size_t i = 0; i < count; i++) {
		size_t least = files;
		for (size_t file = 0; file < files; file++)
			if (at[file] < starts[file + 1] && (least == files || compare(lines[at[least]], lines[at[file]]) > 0))
				least = file;
		merged[i] = lines[at[least]++];
	}
	free(at);
	memcpy(lines, merged, count * sizeof *lines);
}

static int check(const char *name)
{
	for (size_t i = 1; i < count; i++) {
		if (compare(lines[i - 1], lines[i]) < (unique ? 0 : 1))
			continue;
		if (!quiet)
			error(0, 0, "%s:%zu: disorder: %s", name, i + 1, lines[i]);
		return 1;
	}
	return 0;
}

static void read_separator(const char *text)
{
	if (*text == 0)
		error(2, 0, "empty tab");
	if (text[1] && strcmp(text, "\\0") != 0)
		error(2, 0, "multi-character tab '%s'", text);
	separator = *text;
}

static const struct option longs[] = {
	{"check", no_argument, NULL, 'c'}, {"dictionary-order", no_argument, NULL, 'd'}, {"field-separator", required_argument, NULL, 't'},
	{"general-numeric-sort", no_argument, NULL, 'g'}, {"human-numeric-sort", no_argument, NULL, 'h'}, {"ignore-case", no_argument, NULL, 'f'},
	{"ignore-leading-blanks", no_argument, NULL, 'b'}, {"key", required_argument, NULL, 'k'}, {"merge", no_argument, NULL, 'm'},
	{"month-sort", no_argument, NULL, 'M'}, {"numeric-sort", no_argument, NULL, 'n'}, {"output", required_argument, NULL, 'o'},
	{"reverse", no_argument, NULL, 'r'}, {"stable", no_argument, NULL, 's'}, {"unique", no_argument, NULL, 'u'},
	{"version-sort", no_argument, NULL, 'V'}, {"zero-terminated", no_argument, NULL, 'z'}, {NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	int option;
	const char *output = NULL;
	while ((option = getopt_long(argc, argv, "bcCdfghk:Mmno:rst:uVz", longs, NULL)) != -1) {
		switch (option) {
		case 'C':
			quiet = 1;
			/* fall through */
		case 'c':
			checking = 1;
			break;
		case 'k':
			parse_key(optarg);
			break;
		case 'm':
			merging = 1;
			break;
		case 'o':
			output = optarg;
			break;
		case 's':
			stable = 1;
			break;
		case 't':
			read_separator(optarg);
			break;
		case 'u':
			unique = 1;
			break;
		case 'z':
			ending = 0;
			break;
		default:
			if (!set_option(&whole, option, 1, 1))
				refer_to_help(2);
		}
	}
	for (int i = 0; i < key_count; i++)
		if (!keys[i].ordered)
			keys[i].ordering = whole;
	if (checking && argc - optind > 1)
		error(2, 0, "extra operand '%s' not allowed with -%c", argv[optind + 1], quiet ? 'C' : 'c');
	const char *first = optind < argc ? argv[optind] : "-";
	if (optind == argc) {
		note_file();
		take(stdin);
	}
	for (; optind < argc; optind++) {
		FILE *stream = strcmp(argv[optind], "-") == 0 ? stdin : fopen(argv[optind], "r");
		if (stream == NULL)
			error(2, 0, "cannot read: %s: %s", argv[optind], strerror(errno));
		note_file();
		take(stream);
		if (ferror(stream))
			error(2, 0, "read failed: %s: %s", argv[optind], strerror(errno));
	}
	if (checking)
		return check(first);
	char **spare = malloc((count + 1) * sizeof *spare);
	if (spare == NULL)
		error(2, errno, "memory exhausted");
	if (merging && count)
		merge_files(spare);
	else
		sort_lines(lines, spare, count);
	if (output && freopen(output, "w", stdout) == NULL)
		error(2, 0, "open failed: %s: %s", output, strerror(errno));
	for (size_t i = 0; i < count; i++)
		if (!unique || i == 0 || compare_keys(lines[i - 1], lines[i]) != 0) {
			fputs(lines[i], stdout);
			putchar(ending);
		}
	write_failure = 2;
	if (fflush(stdout) == EOF) {
		error(0, errno, "fflush failed: '%s'", output ? output : "standard output");
		error(0, 0, "write error");
		_exit(2);
	}
	return 0;
}
