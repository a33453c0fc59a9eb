/* A pattern becomes a small program, which is run for all beginnings at once: no pattern takes more than linear time. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "expression.h"

enum operation { CHARACTER, ANY, SET, LINE_BEGIN, LINE_END, WORD_BEGIN, WORD_END, SPLIT, JUMP, MATCH };

struct instruction {
	enum operation operation;
	unsigned char c;
	/* SPLIT, JUMP: how far from here; the first is preferred. */
	int to, other;
	unsigned char *set;
};

#define MOST 4000

static struct instruction program[MOST];
static int size;
static const char *at;
static int extended;
static int folded;
static const char *wrong;
static int depth;

static void emit(enum operation operation, int c, int to, int other)
{
	if (size == MOST) {
		wrong = "Regular expression too big";
		return;
	}
	struct instruction *instruction = &program[size++];
	memset(instruction, 0, sizeof *instruction);
	instruction->operation = operation;
	instruction->c = folded ? tolower(c) : c;
	instruction->to = to;
	instruction->other = other;
}

/* Makes room for one instruction at `from`. */
static void insert(int from, enum operation operation, int to, int other)
{
	emit(operation, 0, to, other);
	if (wrong)
		return;
	struct instruction added = program[size - 1];
	memmove(&program[from + 1], &program[from], (size - 1 - from) * sizeof *program);
	program[from] = added;
}

static void alternation(void);

static int class_has(const char *name, size_t length, int c)
{
	static const struct {
		const char *name;
		int (*is)(int);
	} classes[] = {
		{"alpha", isalpha}, {"digit", isdigit}, {"alnum", isalnum}, {"upper", isupper}, {"lower", islower},
		{"space", isspace}, {"punct", ispunct}, {"xdigit", isxdigit}, {"blank", isblank}, {"print", isprint},
		{"graph", isgraph}, {"cntrl", iscntrl}
	};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (strlen(classes[i].name) == length && strncmp(classes[i].name, name, length) == 0)
			return classes[i].is(c) != 0;
	return -1;
}

static void bracket(void)
{
	unsigned char *set = calloc(256, 1);
	int negated = *at == '^';
	at += negated;
	for (const char *first = at; *at != ']' || at == first;) {
		if (*at == 0) {
			wrong = at == first && !negated ? "Invalid regular expression" : "Unmatched [, [^, [:, [., or [=";
			free(set);
			return;
		}
		const char *end = strncmp(at, "[:", 2) == 0 ? strstr(at, ":]") : NULL;
		if (end) {
			if (class_has(at + 2, end - at - 2, 'a') < 0)
				wrong = "Invalid character class name";
			for (int c = 0; c < 256; c++)
				set[c] |= class_has(at + 2, end - at - 2, c) == 1;
			at = end + 2;
			continue;
		}
		unsigned char from = *at++;
		unsigned char to = from;
		if (*at == '-' && at[1] && at[1] != ']') {
			to = at[1];
			at += 2;
			if (to < from)
				wrong = "Invalid range end";
		}
		for (int c = from; c <= to; c++)
			set[c] = 1;
	}
	at++;
	if (folded)
		for (int c = 0; c < 256; c++)
			if (set[c])
				set[tolower(c)] = set[toupper(c)] = 1;
	for (int c = 0; negated && c < 256; c++)
		set[c] = !set[c];
	emit(SET, 0, 0, 0);
	program[size - 1].set = set;
}

static int special(const char *plain)
{
	if (extended)
		return *at == *plain;
	return *at == '\\' && at[1] == *plain;
}

static void take_special(void)
{
	at += extended ? 1 : 2;
}

static void word_class(int negated)
{
	unsigned char *set = calloc(256, 1);
	for (int c = 0; c < 256; c++)
		set[c] = (isalnum(c) || c == '_') != negated;
	emit(SET, 0, 0, 0);
	program[size - 1].set = set;
}

/* One character or group; 0 at the end of a sequence. */
static int atom(int first)
{
	if (*at == 0 || special("|") || (special(")") && depth > 0))
		return 0;
	if (special("(")) {
		take_special();
		depth++;
		alternation();
		depth--;
		if (!special(")")) {
			wrong = "Unmatched ( or \\(";
			return 0;
		}
		take_special();
		return 1;
	}
	char c = *at++;
	switch (c) {
	case '.':
		emit(ANY, 0, 0, 0);
		return 1;
	case '[':
		bracket();
		return 1;
	case '^':
		if (!extended && !first)
			break;
		emit(LINE_BEGIN, 0, 0, 0);
		return 1;
	case '$':
		if (!extended && *at && !special("|") && !special(")"))
			break;
		emit(LINE_END, 0, 0, 0);
		return 1;
	case '\\':
		if (*at == 0) {
			wrong = "Trailing backslash";
			return 0;
		}
		c = *at++;
		if (c == '<' || c == '>') {
			emit(c == '<' ? WORD_BEGIN : WORD_END, 0, 0, 0);
			return 1;
		}
		if (c == 'w' || c == 'W') {
			word_class(c == 'W');
			return 1;
		}
		break;
	}
	emit(CHARACTER, (unsigned char)c, 0, 0);
	return 1;
}

/* What stands at `from` comes `least` to `most` times; `most` -1 is without end. */
static void repeat(int from, int least, int most)
{
	int length = size - from;
	struct instruction *piece = malloc((length ? length : 1) * sizeof *piece);
	memcpy(piece, &program[from], length * sizeof *piece);
	size = from;
	for (int i = 0; i < least || (most > i && most > 0) || (most == -1 && i <= least); i++) {
		if (size + length + 2 > MOST) {
			wrong = "Regular expression too big";
			break;
		}
		int start = size;
		memcpy(&program[size], piece, length * sizeof *piece);
		size += length;
		if (i < least)
			continue;
		insert(start, SPLIT, 1, most == -1 ? length + 2 : length + 1);
		if (most == -1)
			emit(JUMP, 0, -(length + 1), 0);
	}
	free(piece);
}

static int bounds(int *least, int *most)
{
	char *end;
	*least = strtol(at, &end, 10);
	int has_least = end != at;
	at = end;
	*most = *least;
	if (*at == ',') {
		at++;
		*most = strtol(at, &end, 10);
		if (end == at)
			*most = -1;
		at = end;
	} else if (!has_least) {
		return 0;
	}
	if (!special("}") || *least > 255 || *most > 255 || (*most != -1 && *most < *least))
		return 0;
	take_special();
	return 1;
}

static void sequence(void)
{
	int first = 1;
	for (;;) {
		int from = size;
		/* A star at the beginning of a basic expression is a star. */
		if (first && !extended && *at == '*') {
			emit(CHARACTER, '*', 0, 0);
			at++;
		} else if (!atom(first) || wrong) {
			return;
		}
		first = size > from && program[from].operation == LINE_BEGIN && !extended;
		for (;;) {
			int least, most;
			if (*at == '*' && !first) {
				at++;
				repeat(from, 0, -1);
			} else if (special("+")) {
				take_special();
				repeat(from, 1, -1);
			} else if (special("?")) {
				take_special();
				repeat(from, 0, 1);
			} else if (special("{")) {
				take_special();
				if (!bounds(&least, &most)) {
					wrong = "Invalid content of \\{\\}";
					return;
				}
				repeat(from, least, most);
			} else {
				break;
			}
		}
	}
}

static void alternation(void)
{
	int from = size;
	sequence();
	if (wrong || !special("|"))
		return;
	take_special();
	insert(from, SPLIT, 1, size - from + 2);
	emit(JUMP, 0, 0, 0);
	int jump = size - 1;
	alternation();
	program[jump].to = size - jump;
}

const char *compile(const char *pattern, char kind, int fold)
{
	extended = kind == 'E';
	folded = fold;
	wrong = NULL;
	int from = size;
	at = pattern;
	if (kind == 'F') {
		while (*at)
			emit(CHARACTER, (unsigned char)*at++, 0, 0);
	} else {
		alternation();
		if (wrong == NULL && *at) {
			if (extended && *at == ')') {
				while (*at && wrong == NULL) {
					emit(CHARACTER, (unsigned char)*at++, 0, 0);
					sequence();
				}
			} else {
				wrong = "Unmatched ) or \\)";
			}
		}
	}
	emit(MATCH, 0, 0, 0);
	/* Several patterns are alternatives. */
	if (from > 0 && wrong == NULL)
		insert(0, SPLIT, 1, from + 1);
	return wrong;
}

/* ---- running it ---- */

static const char *text;
static size_t end;
static int *threads[2];
static int counts[2];
static int *seen;
static int generation;

static int is_word(size_t i)
{
	return i < end && (isalnum((unsigned char)text[i]) || text[i] == '_');
}

static void follow(int which, int pc, size_t i)
{
	for (;;) {
		if (seen[pc] == generation)
			return;
		seen[pc] = generation;
		const struct instruction *instruction = &program[pc];
		switch (instruction->operation) {
		case JUMP:
			pc += instruction->to;
			continue;
		case SPLIT:
			follow(which, pc + instruction->to, i);
			pc += instruction->other;
			continue;
		case LINE_BEGIN:
			if (i != 0)
				return;
			break;
		case LINE_END:
			if (i != end)
				return;
			break;
		case WORD_BEGIN:
			if ((i > 0 && is_word(i - 1)) || !is_word(i))
				return;
			break;
		case WORD_END:
			if (i == 0 || !is_word(i - 1) || is_word(i))
				return;
			break;
		default:
			threads[which][counts[which]++] = pc;
			return;
		}
		pc++;
	}
}

static int takes(const struct instruction *instruction, unsigned char c)
{
	switch (instruction->operation) {
	case CHARACTER:
		return instruction->c == (folded ? tolower(c) : c);
	case ANY:
		return 1;
	case SET:
		return instruction->set[c];
	default:
		return 0;
	}
}

/* The longest match that begins at `from`; -1 for none. */
static long match_at(size_t from)
{
	long longest = -1;
	int now = 0;
	counts[0] = counts[1] = 0;
	generation++;
	follow(0, 0, from);
	for (size_t i = from;; i++) {
		for (int t = 0; t < counts[now]; t++)
			if (program[threads[now][t]].operation == MATCH)
				longest = i - from;
		if (i == end || counts[now] == 0)
			return longest;
		counts[!now] = 0;
		generation++;
		for (int t = 0; t < counts[now]; t++)
			if (takes(&program[threads[now][t]], text[i]))
				follow(!now, threads[now][t] + 1, i + 1);
		now = !now;
	}
}

long find(const char *given, size_t length_of_text, size_t *length)
{
	if (seen == NULL) {
		seen = calloc(size, sizeof *seen);
		threads[0] = malloc(size * sizeof **threads);
		threads[1] = malloc(size * sizeof **threads);
		if (seen == NULL || threads[0] == NULL || threads[1] == NULL)
			abort();
	}
	text = given;
	end = length_of_text;
	for (size_t from = 0; from <= end; from++) {
		long found = match_at(from);
		if (found < 0)
			continue;
		*length = found;
		return from;
	}
	return -1;
}
