/* grep: lines that match a pattern. grep [-EFchilnoqsvwxHh] [-m COUNT] [-e PATTERN | PATTERN] [FILE…] */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../shared/shared.h"
#include "expression.h"

static int inverted, numbered, counted, quiet, silent, fold, names_only, whole, words, only_matching;
static int with_names = -1;
static char kind = 'G';
static long most = -1;
static int failed;

#define PATTERNS 64
static const char *patterns[PATTERNS];
static int pattern_count;

static int is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Where the line matches, with -w and -x; -1 for nowhere. */
static long search(const char *line, size_t size, size_t from, size_t *length)
{
	while (from <= size) {
		long found = find(line + from, size - from, length);
		if (found < 0)
			return -1;
		found += from;
		size_t to = found + *length;
		int apart = (found == 0 || !is_word(line[found - 1])) && (to == size || !is_word(line[to]));
		if ((!whole || *length == size) && (!words || apart))
			return found;
		if (whole)
			return -1;
		from = found + 1;
	}
	return -1;
}

static void print_matches(const char *line, size_t size, const char *name, long number)
{
	size_t length;
	for (size_t from = 0; from < size;) {
		long found = search(line, size, from, &length);
		if (found < 0)
			return;
		if (length == 0) {
			from = found + 1;
			continue;
		}
		if (with_names)
			printf("%s:", name);
		if (numbered)
			printf("%ld:", number);
		printf("%.*s\n", (int)length, line + found);
		from = found + length;
	}
}

/* 1 when a line was selected. */
static int scan(FILE *stream, const char *name)
{
	char *line = NULL;
	size_t room = 0;
	long number = 0, selected = 0;
	ssize_t size;
	while ((most < 0 || selected < most) && (size = getline(&line, &room, stream)) != -1) {
		size_t length;
		if (size > 0 && line[size - 1] == '\n')
			line[--size] = 0;
		number++;
		if ((search(line, size, 0, &length) >= 0) == inverted)
			continue;
		selected++;
		if (quiet)
			exit(0);
		if (names_only)
			break;
		if (counted)
			continue;
		if (only_matching) {
			if (!inverted)
				print_matches(line, size, name, number);
			continue;
		}
		if (with_names)
			printf("%s:", name);
		if (numbered)
			printf("%ld:", number);
		fwrite(line, 1, size, stdout);
		putchar('\n');
	}
	free(line);
	if (names_only && selected)
		puts(name);
	if (counted && !names_only) {
		if (with_names)
			printf("%s:", name);
		printf("%ld\n", selected);
	}
	return selected > 0;
}

static void add_patterns(char *text)
{
	for (char *part = text; part && pattern_count < PATTERNS;) {
		char *newline = strchr(part, '\n');
		if (newline)
			*newline = 0;
		patterns[pattern_count++] = part;
		part = newline ? newline + 1 : NULL;
	}
}

static _Noreturn void usage(void)
{
	fputs("Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n", stderr);
	exit(2);
}

int main(int argc, char **argv)
{
	int option;
	write_failure = 2;
	while ((option = getopt(argc, argv, "EFGcHhiylnoqsvwxe:m:")) != -1) {
		switch (option) {
		case 'E':
		case 'F':
		case 'G':
			kind = option;
			break;
		case 'c':
			counted = 1;
			break;
		case 'H':
			with_names = 1;
			break;
		case 'h':
			with_names = 0;
			break;
		case 'i':
		case 'y':
			fold = 1;
			break;
		case 'l':
			names_only = 1;
			break;
		case 'n':
			numbered = 1;
			break;
		case 'o':
			only_matching = 1;
			break;
		case 'q':
			quiet = 1;
			break;
		case 's':
			silent = 1;
			break;
		case 'v':
			inverted = 1;
			break;
		case 'w':
			words = 1;
			break;
		case 'x':
			whole = 1;
			break;
		case 'e':
			add_patterns(optarg);
			break;
		case 'm':
			most = atol(optarg);
			break;
		default:
			usage();
		}
	}
	if (pattern_count == 0) {
		if (optind == argc)
			usage();
		add_patterns(argv[optind++]);
	}
	for (int i = 0; i < pattern_count; i++) {
		const char *wrong = compile(patterns[i], kind, fold);
		if (wrong)
			error(2, 0, "%s", wrong);
	}
	if (with_names == -1)
		with_names = argc - optind > 1;
	int any = 0;
	if (optind == argc)
		any = scan(stdin, "(standard input)");
	for (; optind < argc; optind++) {
		int standard = strcmp(argv[optind], "-") == 0;
		struct stat status;
		FILE *stream = standard ? stdin : fopen(argv[optind], "r");
		if (stream && fstat(fileno(stream), &status) == 0 && S_ISDIR(status.st_mode)) {
			if (!silent)
				error(0, 0, "%s: Is a directory", argv[optind]);
			fclose(stream);
			continue;
		}
		if (stream == NULL) {
			if (!silent)
				error(0, errno, "%s", argv[optind]);
			failed = 1;
			continue;
		}
		any |= scan(stream, standard ? "(standard input)" : argv[optind]);
		if (!standard)
			fclose(stream);
	}
	return failed ? 2 : !any;
}
