/* The script of sed: from its text to commands. */
#define _GNU_SOURCE
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "sed.h"

struct command *commands;
int command_count;

static const char *script, *at;
static int piece; /* -e expression #1 */
static int open_braces[100], depth;

void append_byte(struct space *space, char byte)
{
	append(space, &byte, 1);
}

void append(struct space *space, const char *text, size_t length)
{
	if (space->length + length > space->room) {
		space->room = 2 * (space->length + length) + 32;
		space->text = realloc(space->text, space->room);
		if (space->text == NULL) {
			fputs("sed: couldn't allocate memory\n", stderr);
			exit(4);
		}
	}
	memcpy(space->text + space->length, text, length);
	space->length += length;
}

static _Noreturn void bad(const char *why)
{
	fprintf(stderr, "sed: -e expression #%d, char %d: %s\n", piece, (int)(at - script), why);
	exit(1);
}

static void skip_blanks(void)
{
	while (*at == ' ' || *at == '\t')
		at++;
}

static void skip_spaces(void)
{
	while (isspace((unsigned char)*at) || *at == ';')
		at++;
}

/* As far as a delimiter that stands by itself, which is taken too. In a pattern a set may hold it. */
static char *delimited(char delimiter, int is_pattern, const char *unterminated)
{
	struct space found = {0};
	int in_set = 0;
	for (; *at != delimiter || in_set; at++) {
		if (*at == '\0')
			bad(unterminated);
		if (is_pattern && *at == '[' && !in_set) {
			in_set = 1;
			append_byte(&found, *at);
			if (at[1] == '^')
				append_byte(&found, *++at);
			if (at[1] == ']')
				append_byte(&found, *++at);
			continue;
		}
		if (in_set && *at == ']')
			in_set = 0;
		if (*at == '\\' && at[1] != '\0' && !in_set) {
			at++;
			if (*at == delimiter)
				append_byte(&found, *at);
			else if (*at == 'n' && is_pattern)
				append_byte(&found, '\n');
			else if (*at == 't' && is_pattern)
				append_byte(&found, '\t');
			else {
				append_byte(&found, '\\');
				append_byte(&found, *at);
			}
			continue;
		}
		append_byte(&found, *at);
	}
	at++;
	append_byte(&found, '\0');
	return found.text;
}

static regex_t *pattern_of(const char *text, int fold)
{
	if (*text == '\0')
		return NULL;
	regex_t *pattern = malloc(sizeof *pattern);
	int error = regcomp(pattern, text, (extended ? REG_EXTENDED : 0) | (fold ? REG_ICASE : 0));
	if (error != 0) {
		char why[100];
		regerror(error, pattern, why, sizeof why);
		bad(why);
	}
	return pattern;
}

static long number(void)
{
	char *end;
	long value = strtol(at, &end, 10);
	at = end;
	return value;
}

static int read_address(struct address *address, int is_second)
{
	if (isdigit((unsigned char)*at)) {
		address->kind = LINE;
		address->line = number();
		if (*at == '~' && !is_second) {
			at++;
			address->kind = STEP;
			address->step = number();
		}
		return 1;
	}
	if (*at == '+' && is_second) {
		at++;
		address->kind = MORE_LINES;
		address->line = number();
		return 1;
	}
	if (*at == '$') {
		at++;
		address->kind = LAST_LINE;
		return 1;
	}
	if (*at != '/' && *at != '\\')
		return 0;
	if (*at == '\\')
		at++;
	char delimiter = *at++;
	char *text = delimited(delimiter, 1, "unterminated address regex");
	int fold = *at == 'I';
	at += fold;
	address->kind = PATTERN;
	address->pattern = pattern_of(text, fold);
	return 1;
}

/* What a, i and c print: the rest of the line, or the lines behind a backslash at its end. */
static char *read_text(void)
{
	struct space text = {0};
	skip_blanks();
	if (*at == '\\') {
		at++;
		skip_blanks();
		if (*at == '\n')
			at++;
	}
	if (*at == '\0')
		bad("expected \\ after `a', `c' or `i'");
	for (; *at != '\0' && *at != '\n'; at++) {
		if (*at == '\\' && at[1] != '\0')
			at++;
		append_byte(&text, *at);
	}
	append_byte(&text, '\n');
	append_byte(&text, '\0');
	return text.text;
}

static char *read_label(void)
{
	skip_blanks();
	size_t length = strcspn(at, ";\n");
	char *label = strndup(at, length);
	at += length;
	return label;
}

static void read_substitution(struct command *command)
{
	char delimiter = *at;
	if (delimiter == '\0' || delimiter == '\n' || delimiter == '\\')
		bad("unterminated `s' command");
	at++;
	char *pattern = delimited(delimiter, 1, "unterminated `s' command");
	command->text = delimited(delimiter, 0, "unterminated `s' command");
	int fold = 0;
	for (;; at++) {
		if (*at == 'g')
			command->global = 1;
		else if (*at == 'p')
			command->printed = 1;
		else if (*at == 'i' || *at == 'I')
			fold = 1;
		else if (*at >= '1' && *at <= '9')
			command->nth = (int)number(), at--;
		else
			break;
	}
	if (*at == '0')
		at++, bad("number option to `s' command may not be zero");
	if (*at != '\0' && !strchr(";\n}# \t", *at))
		at++, bad("unknown option to `s'");
	command->pattern = pattern_of(pattern, fold);
	const char *back = command->text;
	for (; command->pattern && (back = strchr(back, '\\')) != NULL; back += 2)
		if (isdigit((unsigned char)back[1]) && (size_t)(back[1] - '0') > command->pattern->re_nsub) {
			char why[80];
			sprintf(why, "invalid reference \\%c on `s' command's RHS", back[1]);
			bad(why);
		}
}

static void read_mapping(struct command *command)
{
	char delimiter = *at;
	if (delimiter == '\0')
		bad("unterminated `y' command");
	at++;
	char *from = delimited(delimiter, 0, "unterminated `y' command");
	char *to = delimited(delimiter, 0, "unterminated `y' command");
	command->text = malloc(256);
	for (int i = 0; i < 256; i++)
		command->text[i] = (char)i;
	for (; *from && *to; from++, to++) {
		if (*from == '\\' && from[1])
			from++, *from = *from == 'n' ? '\n' : *from;
		if (*to == '\\' && to[1])
			to++, *to = *to == 'n' ? '\n' : *to;
		command->text[(unsigned char)*from] = *to;
	}
	if (*from || *to)
		bad("strings for `y' command are different lengths");
}

static void read_arguments(struct command *command)
{
	switch (command->letter) {
	case '{':
		open_braces[depth++] = command_count - 1;
		return;
	case '}':
		if (depth == 0)
			bad("unexpected `}'");
		commands[open_braces[--depth]].target = command_count - 1;
		break;
	case 'a':
	case 'i':
	case 'c':
		command->text = read_text();
		return;
	case ':':
		if (command->from.kind != NO_ADDRESS)
			bad(": doesn't want any addresses");
		command->text = read_label();
		if (*command->text == '\0')
			bad("\":\" lacks a label");
		return;
	case 'b':
	case 't':
		command->text = read_label();
		return;
	case 's':
		read_substitution(command);
		break;
	case 'y':
		read_mapping(command);
		break;
	case 'q':
	case 'Q':
		skip_blanks();
		command->nth = isdigit((unsigned char)*at) ? (int)number() : 0;
		break;
	default:
		if (!strchr("=dDgGhHlnNpPx", command->letter)) {
			char why[] = "unknown command: `?'";
			why[18] = command->letter;
			bad(why);
		}
	}
	skip_blanks();
	if (*at != '\0' && !strchr(";\n}#", *at))
		at++, bad("extra characters after command");
}

void compile_script(const char *text)
{
	script = at = text;
	piece++;
	if (piece == 1 && text[0] == '#' && text[1] == 'n' && (text[2] == '\n' || text[2] == '\0'))
		quiet = 1;
	for (;;) {
		skip_spaces();
		if (*at == '\0')
			return;
		if (*at == '#') {
			at += strcspn(at, "\n");
			continue;
		}
		commands = realloc(commands, (command_count + 1) * sizeof *commands);
		struct command *command = &commands[command_count++];
		memset(command, 0, sizeof *command);
		if (read_address(&command->from, 0)) {
			skip_blanks();
			if (*at == ',') {
				at++;
				skip_blanks();
				if (!read_address(&command->to, 1))
					at++, bad("unexpected `,'");
			}
		}
		skip_blanks();
		for (; *at == '!' || *at == ' '; at++)
			command->inverted |= *at == '!';
		if (*at == '\0')
			bad("missing command");
		command->letter = *at++;
		read_arguments(command);
	}
}

void finish_script(void)
{
	if (depth > 0) {
		fprintf(stderr, "sed: -e expression #%d, char 0: unmatched `{'\n", piece);
		exit(1);
	}
	for (int i = 0; i < command_count; i++) {
		struct command *command = &commands[i];
		if (command->letter != 'b' && command->letter != 't')
			continue;
		command->target = *command->text == '\0' ? command_count : -1;
		for (int k = 0; k < command_count; k++)
			if (commands[k].letter == ':' && strcmp(commands[k].text, command->text) == 0)
				command->target = k;
		if (command->target == -1) {
			fprintf(stderr, "sed: can't find label for jump to `%s'\n", command->text);
			exit(4);
		}
	}
}
