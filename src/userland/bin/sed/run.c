/* sed at work: line after line through the commands. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "sed.h"

static char **rest; /* files that are still to come */
static const char *name;
static FILE *input;
static FILE *output;
static int in_place, status;
static char temporary[4096];
static struct space line, hold, later;
static long line_number;
static int has_newline; /* whether the line had one */
static int owes_newline; /* the last line written had none, and more is coming */
static int replaced; /* for t */
static regex_t *last_pattern;

static void put(const char *text, size_t length, int newline)
{
	if (owes_newline)
		putc('\n', output);
	fwrite(text, 1, length, output);
	if (newline)
		putc('\n', output);
	owes_newline = !newline;
}

static void close_input(void)
{
	if (input == NULL)
		return;
	if (input != stdin)
		fclose(input);
	input = NULL;
	if (in_place) {
		fclose(output);
		rename(temporary, name);
		output = stdout;
		owes_newline = 0;
	}
}

static int open_next(void)
{
	struct stat file;
	while (input == NULL && *rest) {
		name = *rest++;
		if (strcmp(name, "-") == 0 && !in_place) {
			input = stdin;
			return 1;
		}
		input = fopen(name, "r");
		if (input && fstat(fileno(input), &file) == 0 && S_ISDIR(file.st_mode)) {
			fprintf(stderr, in_place ? "sed: couldn't edit %s: not a regular file\n" : "sed: read error on %s: Is a directory\n", name);
			fclose(input);
			input = NULL;
			status = in_place ? 4 : 2;
		} else if (input == NULL) {
			fprintf(stderr, "sed: can't read %s: %s\n", name, strerror(errno));
			status = 2;
		}
		if (input && in_place) {
			const char *slash = strrchr(name, '/');
			snprintf(temporary, sizeof temporary, "%.*ssedXXXXXX", slash ? (int)(slash + 1 - name) : 0, name);
			int fd = mkstemp(temporary);
			fchmod(fd, file.st_mode & 07777);
			output = fdopen(fd, "w");
		}
		if (input && separate)
			line_number = 0;
	}
	return input != NULL;
}

/* Whether there is another line; an input that is over is closed, but for the last of all. */
static int more(void)
{
	for (;;) {
		if (input) {
			int c = getc(input);
			if (c != EOF) {
				ungetc(c, input);
				return 1;
			}
			if (separate)
				return 0;
			close_input();
		}
		if (!open_next())
			return 0;
	}
}

static int read_line(struct space *to)
{
	int c;
	while (!more()) {
		close_input();
		if (!open_next())
			return 0;
	}
	while ((c = getc(input)) != EOF && c != '\n')
		append_byte(to, (char)c);
	has_newline = c == '\n';
	line_number++;
	return 1;
}

static int matches(regex_t *pattern, const char *text, regmatch_t found[10], int flags)
{
	if (pattern)
		last_pattern = pattern;
	if (last_pattern == NULL) {
		fputs("sed: no previous regular expression\n", stderr);
		exit(1);
	}
	return regexec(last_pattern, text, 10, found, flags) == 0;
}

static const char *text_of(struct space *space)
{
	append_byte(space, '\0');
	space->length--;
	return space->text;
}

static int holds(const struct address *address)
{
	regmatch_t found[10];
	switch (address->kind) {
	case LINE:
		return line_number == address->line;
	case STEP:
		return address->step > 0 ? line_number >= address->line && (line_number - address->line) % address->step == 0 : line_number == address->line;
	case LAST_LINE:
		return !more();
	case PATTERN:
		return matches(address->pattern, text_of(&line), found, 0);
	default:
		return 1;
	}
}

static int selected(struct command *command)
{
	if (command->to.kind == NO_ADDRESS)
		return holds(&command->from) != command->inverted;
	int here = command->active;
	if (here) {
		if (command->to.kind == LINE || command->to.kind == MORE_LINES) {
			command->active = line_number < command->until;
			here = line_number <= command->until;
		} else {
			command->active = !holds(&command->to);
		}
	}
	if (!here && holds(&command->from)) {
		here = 1;
		command->until = command->to.kind == MORE_LINES ? line_number + command->to.line : command->to.line;
		command->active = command->to.kind == PATTERN || (command->to.kind == LAST_LINE ? more() : line_number < command->until);
	}
	return here != command->inverted;
}

static void put_replacement(struct space *to, const char *with, const char *text, const regmatch_t *found)
{
	for (; *with; with++) {
		int part = -1;
		if (*with == '&')
			part = 0;
		else if (*with == '\\' && with[1] >= '0' && with[1] <= '9')
			part = *++with - '0';
		else if (*with == '\\' && with[1])
			with++, append_byte(to, *with == 'n' ? '\n' : *with == 't' ? '\t' : *with);
		else
			append_byte(to, *with);
		if (part >= 0 && found[part].rm_so >= 0)
			append(to, text + found[part].rm_so, (size_t)(found[part].rm_eo - found[part].rm_so));
	}
}

static void substitute(const struct command *command)
{
	struct space made = {0};
	const char *text = text_of(&line);
	int count = 0, done = 0, after_match = 0;
	regmatch_t found[10];
	size_t place = 0;
	while (place <= line.length && matches(command->pattern, text + place, found, place > 0 ? REG_NOTBOL : 0)) {
		size_t start = place + (size_t)found[0].rm_so, end = place + (size_t)found[0].rm_eo;
		append(&made, text + place, start - place);
		/* Nothing, right behind a match, is no match. */
		int empty = start == end;
		if (!(empty && after_match && start == place) && ++count >= (command->nth ? command->nth : 1)) {
			put_replacement(&made, command->text, text + place, found);
			done = 1;
		} else {
			append(&made, text + start, end - start);
		}
		after_match = !empty;
		place = end;
		if (empty) {
			if (place < line.length)
				append_byte(&made, text[place]);
			place++;
		}
		if (done && !command->global)
			break;
	}
	if (!done) {
		free(made.text);
		return;
	}
	if (place < line.length)
		append(&made, text + place, line.length - place);
	free(line.text);
	line = made;
	replaced = 1;
	if (command->printed)
		put(line.text, line.length, has_newline);
}

static void put_later(void)
{
	if (later.length > 0)
		put(later.text, later.length - 1, 1);
	later.length = 0;
}

static void end_of_cycle(void)
{
	if (!quiet)
		put(line.text, line.length, has_newline);
	put_later();
}

static void copy(struct space *to, const struct space *from)
{
	to->length = 0;
	append(to, from->text ? from->text : "", from->length);
}

/* What l shows: what cannot be seen by its escape. */
static void put_visibly(void)
{
	size_t column = 0;
	for (size_t i = 0; i < line.length; i++) {
		char shown[8];
		unsigned char c = (unsigned char)line.text[i];
		static const char bytes[] = "\a\b\f\n\r\t\v\\", letters[] = "abfnrtv\\";
		const char *escape = c ? strchr(bytes, c) : NULL;
		if (escape)
			sprintf(shown, "\\%c", letters[escape - bytes]);
		else
			sprintf(shown, c >= 32 && c < 127 ? "%c" : "\\%03o", c);
		if (column + strlen(shown) > 69) {
			fputs("\\\n", output);
			column = 0;
		}
		fputs(shown, output);
		column += strlen(shown);
	}
	fputs("$\n", output);
}

enum next { GO_ON, NEXT_LINE, NEXT_LINE_KEPT, STOP };

/* One command; `*place` is where to go on. */
static enum next obey(struct command *command, int *place)
{
	const char *newline;
	struct space swap;
	switch (command->letter) {
	case '{':
		return GO_ON;
	case '=':
		if (owes_newline)
			putc('\n', output), owes_newline = 0;
		fprintf(output, "%ld\n", line_number);
		return GO_ON;
	case 'a':
		append(&later, command->text, strlen(command->text));
		return GO_ON;
	case 'i':
		put(command->text, strlen(command->text) - 1, 1);
		return GO_ON;
	case 'c':
		if (command->to.kind == NO_ADDRESS || command->inverted || !command->active)
			put(command->text, strlen(command->text) - 1, 1);
		put_later();
		return NEXT_LINE;
	case 'b':
		*place = command->target;
		return GO_ON;
	case 't':
		if (replaced)
			*place = command->target;
		replaced = 0;
		return GO_ON;
	case 'd':
		put_later();
		return NEXT_LINE;
	case 'D':
		newline = line.length ? memchr(line.text, '\n', line.length) : NULL;
		put_later();
		if (newline == NULL)
			return NEXT_LINE;
		line.length -= (size_t)(newline + 1 - line.text);
		memmove(line.text, newline + 1, line.length);
		return NEXT_LINE_KEPT;
	case 'g':
		copy(&line, &hold);
		return GO_ON;
	case 'G':
		append_byte(&line, '\n');
		append(&line, hold.text ? hold.text : "", hold.length);
		return GO_ON;
	case 'h':
		copy(&hold, &line);
		return GO_ON;
	case 'H':
		append_byte(&hold, '\n');
		append(&hold, line.text, line.length);
		return GO_ON;
	case 'x':
		swap = line;
		line = hold;
		hold = swap;
		return GO_ON;
	case 'l':
		put_visibly();
		return GO_ON;
	case 'n':
		if (!more() && !(separate && *rest))
			return end_of_cycle(), STOP;
		end_of_cycle();
		line.length = 0;
		read_line(&line);
		return GO_ON;
	case 'N':
		if (!more() && !(separate && *rest))
			return end_of_cycle(), STOP;
		put_later();
		append_byte(&line, '\n');
		read_line(&line);
		return GO_ON;
	case 'p':
		put(line.text, line.length, has_newline);
		return GO_ON;
	case 'P':
		newline = line.length ? memchr(line.text, '\n', line.length) : NULL;
		put(line.text, newline ? (size_t)(newline - line.text) : line.length, 1);
		return GO_ON;
	case 'q':
		status = command->nth;
		return end_of_cycle(), STOP;
	case 'Q':
		status = command->nth;
		return STOP;
	case 's':
		substitute(command);
		return GO_ON;
	case 'y':
		for (size_t i = 0; i < line.length; i++)
			line.text[i] = command->text[(unsigned char)line.text[i]];
		return GO_ON;
	default:
		return GO_ON;
	}
}

static enum next cycle(void)
{
	replaced = 0;
	for (int place = 0; place < command_count; place++) {
		struct command *command = &commands[place];
		if (command->letter == '}' || command->letter == ':')
			continue;
		if (!selected(command)) {
			if (command->letter == '{')
				place = command->target;
			continue;
		}
		enum next next = obey(command, &place);
		if (next != GO_ON)
			return next;
	}
	end_of_cycle();
	return NEXT_LINE;
}

int run_script(char **files, int edits)
{
	static char *standard_input[] = {"-", NULL};
	enum next next = NEXT_LINE;
	rest = *files ? files : standard_input;
	in_place = edits;
	output = stdout;
	append(&line, "", 0);
	while (next != STOP) {
		if (next == NEXT_LINE) {
			line.length = 0;
			if (!read_line(&line))
				break;
		}
		next = cycle();
	}
	if (next == STOP && in_place) {
		int c;
		while (input && (c = getc(input)) != EOF)
			putc(c, output);
	}
	close_input();
	return status;
}
