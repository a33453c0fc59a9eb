/* od: the bytes of files. od [-A d|o|x|n] [-j SKIP] [-N COUNT] [-w WIDTH] [-v] [-t TYPE…] [-bcdiloxs] [FILE…] */
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "shared/shared.h"

#define FORMS 8
#define WIDEST 256

/* How one kind of number is written: letter a, c, d, o, u or x, of so many bytes; `text` for the letters at the end of a line. */
static struct form {
	char letter;
	int size;
	int text;
} forms[FORMS];
static int form_count, width = 16;
static char base = 'o';

static void add(char letter, int size, int text)
{
	if (form_count < FORMS)
		forms[form_count++] = (struct form){letter, size, text};
}

static void read_types(const char *types)
{
	const char *at = types;
	while (*at) {
		char letter = *at++;
		int size = letter == 'a' || letter == 'c' ? 1 : 4;
		if (strchr("acdoux", letter) == NULL)
			error(1, 0, "invalid character '%c' in type string '%s'", letter, types);
		if (size == 4 && *at && strchr("CSIL", *at))
			size = *at == 'C' ? 1 : *at == 'S' ? 2 : *at == 'I' ? 4 : 8, at++;
		else if (size == 4 && isdigit((unsigned char)*at))
			size = strtol(at, (char **)&at, 10);
		if (size != 1 && size != 2 && size != 4 && size != 8)
			error(1, 0, "invalid type string '%s';\nthis system doesn't provide a %d-byte integral type", types, size);
		int text = *at == 'z';
		at += text;
		add(letter, size, text);
	}
}

static void name_character(char *text, unsigned char c)
{
	static const char *const names[] = {"nul", "soh", "stx", "etx", "eot", "enq", "ack", "bel", "bs", "ht", "nl", "vt", "ff", "cr", "so",
		"si", "dle", "dc1", "dc2", "dc3", "dc4", "nak", "syn", "etb", "can", "em", "sub", "esc", "fs", "gs", "rs", "us", "sp"};
	c &= 127;
	if (c <= ' ')
		strcpy(text, names[c]);
	else if (c == 127)
		strcpy(text, "del");
	else
		sprintf(text, "%c", c);
}

static void show_character(char *text, unsigned char c)
{
	static const char letters[] = "0abtnvfr";
	static const unsigned char meanings[] = {0, 7, 8, 9, 10, 11, 12, 13};
	const void *found = memchr(meanings, c, sizeof meanings);
	if (found)
		sprintf(text, "\\%c", letters[(const unsigned char *)found - meanings]);
	else
		sprintf(text, isprint(c) ? "%c" : "%03o", c);
}

/* The columns of a number, without the space before it. */
static int columns(const struct form *form)
{
	static const int octal[] = {0, 3, 6, 0, 11, 0, 0, 0, 22}, decimal[] = {0, 3, 5, 0, 10, 0, 0, 0, 20};
	switch (form->letter) {
	case 'o':
		return octal[form->size];
	case 'u':
		return decimal[form->size];
	case 'd':
		return decimal[form->size] + (form->size < 8);
	case 'x':
		return 2 * form->size;
	default:
		return 3;
	}
}

static void write_number(char *text, const struct form *form, const unsigned char *bytes)
{
	unsigned long value = 0;
	for (int i = form->size; i-- > 0;)
		value = value << 8 | bytes[i];
	int unused = 64 - 8 * form->size, full = columns(form);
	if (form->letter == 'a')
		name_character(text, *bytes);
	else if (form->letter == 'c')
		show_character(text, *bytes);
	else if (form->letter == 'd')
		sprintf(text, "%ld", (long)(value << unused) >> unused);
	else if (form->letter == 'u')
		sprintf(text, "%lu", value);
	else
		sprintf(text, form->letter == 'x' ? "%0*lx" : "%0*lo", full, value);
}

static void print_address(long at)
{
	if (base != 'n')
		printf(base == 'o' ? "%07lo" : base == 'x' ? "%06lx" : "%07ld", at);
}

/* A block of bytes has the same columns in every form: the widest says how many. */
static void print_form(const struct form *form, const unsigned char *bytes, int count)
{
	int block = 1;
	int room = 0;
	for (int i = 0; i < form_count; i++)
		block = forms[i].size > block ? forms[i].size : block;
	for (int i = 0; i < form_count; i++) {
		int needed = block / forms[i].size * (columns(&forms[i]) + 1);
		room = needed > room ? needed : room;
	}
	int numbers = block / form->size, printed = 0;
	for (int i = 0; i < width / form->size; i++) {
		char text[32] = "";
		int within = i % numbers;
		int to = room * (within + 1) / numbers, from = room * within / numbers;
		if (i * form->size < count)
			write_number(text, form, bytes + i * form->size);
		else if (!form->text)
			break;
		printf("%*s", to - from, text);
		printed++;
	}
	if (form->text) {
		fputs("  >", stdout);
		for (int i = 0; i < count; i++)
			putchar(isprint(bytes[i]) ? bytes[i] : '.');
		putchar('<');
	}
	putchar('\n');
}

static void print(long at, unsigned char *bytes, int count)
{
	memset(bytes + count, 0, WIDEST + 8 - count);
	for (int i = 0; i < form_count; i++) {
		if (i == 0)
			print_address(at);
		else if (base != 'n')
			printf("%*s", base == 'x' ? 6 : 7, "");
		print_form(&forms[i], bytes, count);
	}
}

static char **files;
static int failed, opened;

/* The next byte of all files; EOF at the end of the last. */
static int next_byte(void)
{
	static FILE *stream;
	static const char *name;
	for (;;) {
		int c = stream ? getc(stream) : EOF;
		if (c != EOF)
			return c;
		if (stream && ferror(stream)) {
			error(0, errno, "%s", name);
			failed = 1;
		}
		if (stream && stream != stdin)
			fclose(stream);
		stream = NULL;
		if (*files == NULL)
			return EOF;
		name = *files++;
		stream = strcmp(name, "-") == 0 ? stdin : fopen(name, "r");
		if (stream == NULL) {
			error(0, errno, "%s", name);
			failed = 1;
		}
		opened |= stream != NULL;
	}
}

/* A number of bytes, perhaps in octal or hexadecimal, perhaps with a letter that multiplies it. */
static long number(const char *text, char option)
{
	char *end;
	long value = strtol(text, &end, 0);
	if (*end == 'b')
		value *= 512, end++;
	else if (*end == 'k' || *end == 'K')
		value *= 1024, end++;
	else if (*end == 'm' || *end == 'M')
		value *= 1024 * 1024, end++;
	if (end == text || *end || value < 0)
		error(1, 0, "invalid -%c argument '%s'", option, text);
	return value;
}

static const struct option longs[] = {
	{"address-radix", required_argument, NULL, 'A'}, {"format", required_argument, NULL, 't'}, {"output-duplicates", no_argument, NULL, 'v'},
	{"read-bytes", required_argument, NULL, 'N'}, {"skip-bytes", required_argument, NULL, 'j'}, {"width", optional_argument, NULL, 'w'},
	{NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	static char *standard[] = {"-", NULL};
	int option, all = 0;
	long skip = 0, most = -1, at = 0;
	while ((option = getopt_long(argc, argv, "A:abcdij:lN:ost:vw::x", longs, NULL)) != -1) {
		switch (option) {
		case 'A':
			base = *optarg;
			if (strchr("doxn", base) == NULL || base == 0)
				error(1, 0, "invalid output address radix '%c'; it must be one character from [doxn]", base);
			break;
		case 'a':
		case 'c':
			add(option, 1, 0);
			break;
		case 'b':
			add('o', 1, 0);
			break;
		case 'd':
			add('u', 2, 0);
			break;
		case 'i':
			add('d', 4, 0);
			break;
		case 'j':
			skip = number(optarg, 'j');
			break;
		case 'l':
			add('d', 8, 0);
			break;
		case 'N':
			most = number(optarg, 'N');
			break;
		case 'o':
			add('o', 2, 0);
			break;
		case 's':
			add('d', 2, 0);
			break;
		case 't':
			read_types(optarg);
			break;
		case 'v':
			all = 1;
			break;
		case 'w':
			width = optarg ? number(optarg, 'w') : 32;
			if (width < 1 || width > WIDEST)
				error(1, 0, "invalid -w argument '%s'", optarg);
			break;
		case 'x':
			add('x', 2, 0);
			break;
		default:
			refer_to_help(1);
		}
	}
	if (form_count == 0)
		add('o', 2, 0);
	files = optind < argc ? argv + optind : standard;
	for (; at < skip; at++)
		if (next_byte() == EOF)
			error(1, 0, "cannot skip past end of combined input");
	unsigned char now[WIDEST + 8], before[WIDEST + 8];
	int starred = 0, count = width;
	for (int first = 1; count == width; first = 0, at += count) {
		int c;
		for (count = 0; count < width && (most < 0 || at + count < skip + most) && (c = next_byte()) != EOF; count++)
			now[count] = c;
		if (count == 0)
			break;
		if (!all && !first && count == width && memcmp(now, before, width) == 0) {
			if (!starred)
				puts("*");
			starred = 1;
			continue;
		}
		print(at, now, count);
		starred = 0;
		memcpy(before, now, width);
	}
	if (base != 'n' && (opened || !failed)) {
		print_address(at);
		putchar('\n');
	}
	return failed;
}
