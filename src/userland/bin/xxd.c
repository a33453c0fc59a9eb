/* xxd: the bytes of a file in hexadecimal, and back. xxd [-bipru] [-c COLUMNS] [-g SIZE] [-l LENGTH] [-s SKIP] [FILE [TO]] */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/shared.h"

static int columns = -1, group = -1, bits, plain, reverse, upper;
static long skip, most = -1;

static _Noreturn void usage(void)
{
	fputs("Usage:\n       xxd [options] [infile [outfile]]\n", stderr);
	exit(1);
}

static void print_byte(int c)
{
	if (!bits) {
		printf(upper ? "%02X" : "%02x", c);
		return;
	}
	for (int bit = 128; bit > 0; bit /= 2)
		putchar(c & bit ? '1' : '0');
}

static void print_line(long at, const unsigned char *bytes, int count)
{
	int size = bits ? 8 : 2;
	/* With the spaces between groups, as wide as a full line. */
	int wide = size * columns + (group ? (columns + group - 1) / group : 0);
	printf("%08lx: ", at);
	for (int i = 0; i < count; i++) {
		print_byte(bytes[i]);
		wide -= size;
		if (group && (i + 1) % group == 0) {
			putchar(' ');
			wide--;
		}
	}
	printf("%*s", wide + 1 + (group == 0), "");
	for (int i = 0; i < count; i++)
		putchar(bytes[i] >= ' ' && bytes[i] < 127 ? bytes[i] : '.');
	putchar('\n');
}

static void dump(FILE *in)
{
	unsigned char line[256];
	int count = 0, c;
	long at = skip, taken = 0;
	while ((most < 0 || taken < most) && (c = getc(in)) != EOF) {
		taken++;
		line[count++] = c;
		if (count < columns)
			continue;
		for (int i = 0; plain && i < count; i++)
			print_byte(line[i]);
		if (plain)
			putchar('\n');
		else
			print_line(at, line, count);
		at += count;
		count = 0;
	}
	if (plain && count) {
		for (int i = 0; i < count; i++)
			print_byte(line[i]);
		putchar('\n');
	} else if (count) {
		print_line(at, line, count);
	}
}

static int digit(int c)
{
	return isdigit(c) ? c - '0' : isxdigit(c) ? tolower(c) - 'a' + 10 : -1;
}

static void back_from_plain(FILE *in)
{
	int c, high = -1;
	while ((c = getc(in)) != EOF) {
		int value = digit(c);
		if (value < 0)
			continue;
		if (high >= 0)
			putchar(high << 4 | value);
		high = high >= 0 ? -1 : value;
	}
}

/* Each line is an address, a colon, digits, and after two spaces the letters, which say nothing. */
static void back(FILE *in)
{
	char line[1024];
	long at = 0;
	while (fgets(line, sizeof line, in)) {
		char *next;
		long address = strtol(line, &next, 16);
		if (*next != ':')
			continue;
		for (; at < address; at++)
			putchar(0);
		int high = -1, bytes = 0, spaces = 0;
		for (next++; *next && *next != '\n' && spaces < 2 && bytes < columns; next++) {
			int value = digit((unsigned char)*next);
			spaces = *next == ' ' && bytes > 0 ? spaces + 1 : 0;
			if (value < 0)
				continue;
			if (high >= 0) {
				putchar(high << 4 | value);
				at++;
				bytes++;
			}
			high = high >= 0 ? -1 : value;
		}
	}
}

int main(int argc, char **argv)
{
	int option;
	while ((option = getopt(argc, argv, "bc:g:l:prs:u")) != -1) {
		switch (option) {
		case 'b':
			bits = 1;
			break;
		case 'c':
			columns = strtol(optarg, NULL, 0);
			break;
		case 'g':
			group = strtol(optarg, NULL, 0);
			break;
		case 'l':
			most = strtol(optarg, NULL, 0);
			break;
		case 'p':
			plain = 1;
			break;
		case 'r':
			reverse = 1;
			break;
		case 's':
			skip = strtol(optarg, NULL, 0);
			break;
		case 'u':
			upper = 1;
			break;
		default:
			usage();
		}
	}
	if (columns < 1)
		columns = plain ? 30 : bits ? 6 : 16;
	if (group < 0)
		group = bits ? 1 : 2;
	if (columns > 256) {
		fputs("xxd: invalid number of columns (max. 256).\n", stderr);
		return 1;
	}
	if (argc - optind > 2)
		usage();
	if (optind < argc && strcmp(argv[optind], "-") != 0 && freopen(argv[optind], "r", stdin) == NULL) {
		fprintf(stderr, "xxd: %s: No such file or directory\n", argv[optind]);
		return 2;
	}
	if (optind + 1 < argc && freopen(argv[optind + 1], "w", stdout) == NULL) {
		fprintf(stderr, "xxd: %s: ", argv[optind + 1]);
		perror("");
		return 3;
	}
	if (reverse) {
		if (plain)
			back_from_plain(stdin);
		else
			back(stdin);
		return 0;
	}
	for (long i = 0; i < skip; i++)
		getchar();
	dump(stdin);
	return 0;
}
