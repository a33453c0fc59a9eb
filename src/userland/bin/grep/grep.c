/* grep: lines that match a pattern. grep [-EFchilLnoqrRsvwxHh] [-m COUNT] [-A|-B|-C LINES] [-e PATTERN | PATTERN] [FILE…] */
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../shared/shared.h"
#include "expression.h"

static int inverted, numbered, placed, counted, quiet, silent, fold, names_only, names_without, whole, words, only_matching, recursive;
static int with_names = -1;
static int names_undecided; // no option says; what is found in a directory has its name
static char kind = 'G';
static long most = -1, before = -1, after = -1;
static int failed;
/* Of the file, where the line begins. */
static long place;
/* Whether something has been printed already: a group of lines with context comes after --. */
static int separated;

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
		if (placed)
			printf("%ld:", place + found);
		printf("%.*s\n", (int)length, line + found);
		from = found + length;
	}
}

static void print_line(const char *line, size_t size, const char *name, long number, char mark)
{
	if (with_names)
		printf("%s%c", name, mark);
	if (numbered)
		printf("%ld%c", number, mark);
	if (placed)
		printf("%ld%c", place, mark);
	fwrite(line, 1, size, stdout);
	putchar('\n');
}

/* The lines before the next, for -B. */
struct kept {
	char *text;
	size_t size;
};

/* 1 when a line was selected. */
static int scan(FILE *stream, const char *name)
{
	char *line = NULL;
	size_t room = 0;
	long number = 0, selected = 0, last_printed = 0, trailing = 0, next_place = 0;
	long lines_kept = before > 0 ? before : 0;
	struct kept *kept = calloc(lines_kept + 1, sizeof *kept);
	ssize_t size;
	if (kept == NULL)
		error(2, 0, "memory exhausted");
	while (((most < 0 || selected < most) || trailing > 0) && (size = getline(&line, &room, stream)) != -1) {
		size_t length;
		place = next_place;
		next_place += size;
		if (size > 0 && line[size - 1] == '\n')
			line[--size] = 0;
		number++;
		if ((most >= 0 && selected >= most) || (search(line, size, 0, &length) >= 0) == inverted) {
			if (trailing > 0) {
				trailing--;
				if (!only_matching)
					print_line(line, size, name, number, '-');
				last_printed = number;
			} else if (lines_kept > 0) {
				struct kept *place = &kept[number % lines_kept];
				free(place->text);
				*place = (struct kept){memcpy(malloc(size + 1), line, size + 1), size};
			}
			continue;
		}
		selected++;
		if (quiet)
			exit(0);
		if (names_only || names_without)
			break;
		if (counted)
			continue;
		long first = number - lines_kept > last_printed ? number - lines_kept : last_printed + 1;
		if (first < 1)
			first = 1;
		if ((before > 0 || after > 0) && separated && first > last_printed + 1 - (last_printed == 0))
			puts("--");
		for (; first < number; first++)
			if (!only_matching)
				print_line(kept[first % lines_kept].text, kept[first % lines_kept].size, name, first, '-');
		separated = 1;
		last_printed = number;
		trailing = after > 0 ? after : 0;
		if (!only_matching)
			print_line(line, size, name, number, ':');
		else if (!inverted)
			print_matches(line, size, name, number);
	}
	for (long i = 0; i < lines_kept; i++)
		free(kept[i].text);
	free(kept);
	free(line);
	if ((names_only && selected) || (names_without && !selected))
		puts(name);
	if (counted && !names_only && !names_without) {
		if (with_names)
			printf("%s:", name);
		printf("%ld\n", selected);
	}
	return names_without ? !selected : selected > 0;
}

static int scan_file(const char *name);

static int scan_directory(const char *name)
{
	int any = 0;
	DIR *directory = opendir(*name ? name : ".");
	if (directory == NULL) {
		if (!silent)
			error(0, errno, "%s", name);
		failed = 1;
		return 0;
	}
	with_names |= names_undecided;
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		struct stat status;
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		char *below = malloc(strlen(name) + strlen(entry->d_name) + 2);
		sprintf(below, "%s%s%s", name, *name == 0 || name[strlen(name) - 1] == '/' ? "" : "/", entry->d_name);
		/* -r follows no link below, and reads neither devices nor FIFOs. */
		int looked = recursive == 'R' ? stat(below, &status) : lstat(below, &status);
		if (looked == 0 && (S_ISDIR(status.st_mode) || S_ISREG(status.st_mode)))
			any |= scan_file(below);
		free(below);
	}
	closedir(directory);
	return any;
}

static int scan_file(const char *name)
{
	int standard = strcmp(name, "-") == 0;
	struct stat status;
	FILE *stream = standard ? stdin : fopen(name, "r");
	if (stream == NULL) {
		if (!silent)
			error(0, errno, "%s", name);
		failed = 1;
		return 0;
	}
	if (fstat(fileno(stream), &status) == 0 && S_ISDIR(status.st_mode)) {
		fclose(stream);
		if (recursive)
			return scan_directory(name);
		if (!silent)
			error(0, 0, "%s: Is a directory", name);
		return 0;
	}
	int any = scan(stream, standard ? "(standard input)" : name);
	if (!standard)
		fclose(stream);
	return any;
}

static long context(const char *text)
{
	char *end;
	long lines = strtol(text, &end, 10);
	if (*text == 0 || *end || lines < 0)
		error(2, 0, "%s: invalid context length argument", text);
	return lines;
}

#define COLOR 1

static const struct option longs[] = {
	{"extended-regexp", no_argument, NULL, 'E'}, {"fixed-strings", no_argument, NULL, 'F'}, {"basic-regexp", no_argument, NULL, 'G'},
	{"count", no_argument, NULL, 'c'}, {"with-filename", no_argument, NULL, 'H'}, {"no-filename", no_argument, NULL, 'h'},
	{"ignore-case", no_argument, NULL, 'i'}, {"files-with-matches", no_argument, NULL, 'l'},
	{"files-without-match", no_argument, NULL, 'L'}, {"line-number", no_argument, NULL, 'n'},
	{"only-matching", no_argument, NULL, 'o'}, {"quiet", no_argument, NULL, 'q'}, {"silent", no_argument, NULL, 'q'},
	{"no-messages", no_argument, NULL, 's'}, {"invert-match", no_argument, NULL, 'v'}, {"word-regexp", no_argument, NULL, 'w'},
	{"line-regexp", no_argument, NULL, 'x'}, {"regexp", required_argument, NULL, 'e'}, {"max-count", required_argument, NULL, 'm'},
	{"after-context", required_argument, NULL, 'A'}, {"before-context", required_argument, NULL, 'B'},
	{"context", required_argument, NULL, 'C'}, {"recursive", no_argument, NULL, 'r'},
	{"dereference-recursive", no_argument, NULL, 'R'}, {"color", optional_argument, NULL, COLOR},
	{"colour", optional_argument, NULL, COLOR}, {NULL, 0, NULL, 0},
};

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
	long both = -1;
	write_failure = 2;
	while ((option = getopt_long(argc, argv, "EFGabcHhiylLnoqrRsvwxe:m:A:B:C:", longs, NULL)) != -1) {
		switch (option) {
		case COLOR:
			if (optarg && strcmp(optarg, "always") == 0)
				error(2, 0, "nothing is coloured here: --color=always");
			break;
		case 'E':
		case 'F':
		case 'G':
			kind = option;
			break;
		case 'a':
			/* All is text here. */
			break;
		case 'b':
			placed = 1;
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
		case 'L':
			names_without = 1;
			break;
		case 'A':
			after = context(optarg);
			break;
		case 'B':
			before = context(optarg);
			break;
		case 'C':
			both = context(optarg);
			break;
		case 'r':
		case 'R':
			recursive = option;
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
	before = before == -1 ? both : before;
	after = after == -1 ? both : after;
	names_undecided = with_names == -1;
	if (names_undecided)
		with_names = argc - optind > 1;
	int any = 0;
	if (optind == argc)
		any = recursive ? scan_directory("") : scan(stdin, "(standard input)");
	for (; optind < argc; optind++)
		any |= scan_file(argv[optind]);
	return failed ? 2 : !any;
}
