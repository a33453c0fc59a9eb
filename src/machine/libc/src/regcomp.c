// regcomp: POSIX regular expressions, basic and extended, and GNU's letters behind a backslash, as a tree.
#include <bits/regex.h>
#include <ctype.h>
#include <limits.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#define DUP_MAX 0x7fff

struct reader {
	struct __regex *regex;
	const char *at;
	const char *begin;
	int extended;
	int depth;	  // of parentheses
	int anchored;	  // behind \( or \| of a basic expression, where ^ is an anchor
	int closed;	  // bit by group
	int error;
};

static int alternatives(struct reader *reader);

static int fail(struct reader *reader, int error)
{
	if (reader->error == 0)
		reader->error = error;
	return 0;
}

static int node(struct reader *reader, enum __regex_kind kind, int left, int right)
{
	struct __regex *regex = reader->regex;
	if (regex->count == regex->room) {
		int room = regex->room == 0 ? 16 : regex->room * 2;
		struct __regex_node *nodes = realloc(regex->nodes, (size_t)room * sizeof *nodes);
		if (nodes == NULL)
			return fail(reader, REG_ESPACE);
		regex->nodes = nodes;
		regex->room = room;
	}
	struct __regex_node *made = &regex->nodes[regex->count];
	memset(made, 0, sizeof *made);
	made->kind = kind;
	made->left = left;
	made->right = right;
	return regex->count++;
}

static int new_set(struct reader *reader)
{
	int made = node(reader, __RE_SET, 0, 0);
	if (reader->error)
		return 0;
	unsigned char *set = calloc(256, 1);
	if (set == NULL)
		return fail(reader, REG_ESPACE);
	reader->regex->nodes[made].set = set;
	return made;
}

static int letter(struct reader *reader, int c)
{
	if (reader->regex->flags & REG_ICASE && tolower(c) != toupper(c)) {
		int made = new_set(reader);
		if (!reader->error)
			reader->regex->nodes[made].set[tolower(c)] = reader->regex->nodes[made].set[toupper(c)] = 1;
		return made;
	}
	int made = node(reader, __RE_CHAR, 0, 0);
	if (!reader->error)
		reader->regex->nodes[made].value = c;
	return made;
}

static int any(struct reader *reader)
{
	int made = new_set(reader);
	if (reader->error)
		return 0;
	memset(reader->regex->nodes[made].set + 1, 1, 255);
	if (reader->regex->flags & REG_NEWLINE)
		reader->regex->nodes[made].set['\n'] = 0;
	return made;
}

/* \w, \s and their opposites. */
static int of_class(struct reader *reader, int c)
{
	int made = new_set(reader);
	for (int i = 1; i < 256 && !reader->error; i++) {
		int has = tolower(c) == 'w' ? isalnum(i) || i == '_' : isspace(i);
		reader->regex->nodes[made].set[i] = (has != 0) == (islower(c) != 0);
	}
	return made;
}

static int known_class(const char *name, size_t length, int c)
{
	static const struct {
		const char *name;
		int (*holds)(int);
	} classes[] = {
		{"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl}, {"digit", isdigit}, {"graph", isgraph},
		{"lower", islower}, {"print", isprint}, {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit},
	};
	for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
		if (strlen(classes[i].name) == length && strncmp(classes[i].name, name, length) == 0)
			return classes[i].holds(c) != 0;
	return -1;
}

/* [:name:], [.c.] or [=c=] at `at`: fills the set, or gives the letter that may begin a range; -1 after a class. */
static int named(struct reader *reader, unsigned char *set)
{
	int mark = reader->at[1];
	const char *name = reader->at + 2, *end = name;
	while (*end != '\0' && !(end[0] == mark && end[1] == ']'))
		end++;
	if (*end == '\0') {
		fail(reader, REG_EBRACK);
		return -1;
	}
	reader->at = end + 2;
	if (mark != ':') {
		if (end - name != 1)
			fail(reader, REG_ECOLLATE);
		return (unsigned char)*name;
	}
	int fold = reader->regex->flags & REG_ICASE;
	for (int c = 1; c < 256; c++) {
		int has = known_class(name, (size_t)(end - name), c);
		if (has == -1) {
			fail(reader, REG_ECTYPE);
			return -1;
		}
		if (has && fold)
			set[tolower(c)] = set[toupper(c)] = 1;
		else if (has)
			set[c] = 1;
	}
	return -1;
}

/* One end of a range: a letter; -1 when it was a class. */
static int range_end(struct reader *reader, unsigned char *set)
{
	if (reader->at[0] == '[' && (reader->at[1] == ':' || reader->at[1] == '.' || reader->at[1] == '='))
		return named(reader, set);
	return (unsigned char)*reader->at++;
}

/* Behind the `[`. */
static int bracket(struct reader *reader)
{
	int made = new_set(reader), inverted = *reader->at == '^';
	if (reader->error)
		return 0;
	unsigned char *set = reader->regex->nodes[made].set;
	if (*reader->at == '\0')
		return fail(reader, REG_BADPAT);
	reader->at += inverted;
	for (int first = 1; first || *reader->at != ']'; first = 0) {
		if (*reader->at == '\0')
			return fail(reader, REG_EBRACK);
		int low = range_end(reader, set), high = low;
		if (reader->error)
			return 0;
		if (reader->at[0] == '-' && reader->at[1] != ']' && reader->at[1] != '\0') {
			reader->at++;
			high = range_end(reader, set);
			if (reader->error)
				return 0;
			if (low == -1 || high == -1 || low > high)
				return fail(reader, REG_ERANGE);
		}
		for (int c = low; c != -1 && c <= high; c++) {
			set[c] = 1;
			if (reader->regex->flags & REG_ICASE)
				set[tolower(c)] = set[toupper(c)] = 1;
		}
	}
	reader->at++;
	if (inverted) {
		for (int c = 1; c < 256; c++)
			set[c] = !set[c];
		if (reader->regex->flags & REG_NEWLINE)
			set['\n'] = 0;
	}
	return made;
}

static int group(struct reader *reader)
{
	int number = ++reader->regex->groups;
	reader->depth++;
	int inner = alternatives(reader);
	reader->depth--;
	if (reader->error)
		return 0;
	if (*reader->at == '\0')
		return fail(reader, REG_EPAREN);
	reader->at += reader->extended ? 1 : 2;
	if (number < 10)
		reader->closed |= 1 << number;
	int made = node(reader, __RE_GROUP, inner, 0);
	if (!reader->error)
		reader->regex->nodes[made].value = number;
	return made;
}

/* What a letter behind a backslash means; `at` is behind it. */
static int escaped(struct reader *reader, int c)
{
	switch (c) {
	case '\0':
		return fail(reader, REG_EESCAPE);
	case 'w':
	case 'W':
	case 's':
	case 'S':
		return of_class(reader, c);
	case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9': {
		if (!(reader->closed & 1 << (c - '0')))
			return fail(reader, REG_ESUBREG);
		reader->regex->has_back = 1;
		int made = node(reader, __RE_BACK, 0, 0);
		if (!reader->error)
			reader->regex->nodes[made].value = c - '0';
		return made;
	}
	default:
		return letter(reader, c);
	}
}

static enum __regex_kind assertion(int c)
{
	switch (c) {
	case '<':
		return __RE_WORD_BEGIN;
	case '>':
		return __RE_WORD_END;
	case 'b':
		return __RE_BOUNDARY;
	case 'B':
		return __RE_INSIDE;
	case '`':
		return __RE_FIRST;
	case '\'':
		return __RE_LAST;
	default:
		return __RE_EMPTY;
	}
}

/* Whether the expression, or the part inside parentheses or before a bar, ends here. */
static int is_end(struct reader *reader, const char *at)
{
	if (*at == '\0')
		return 1;
	if (reader->extended)
		return *at == '|' || (*at == ')' && reader->depth > 0);
	return at[0] == '\\' && (at[1] == '|' || (at[1] == ')' && reader->depth > 0));
}

/* An operator that repeats what stands before it: `*`, `+`, `?`, `{`; 0 if none does. */
static int repetition(struct reader *reader)
{
	const char *at = reader->at;
	if (*at == '*')
		return '*';
	if (reader->extended)
		return *at == '+' || *at == '?' || *at == '{' ? *at : 0;
	return at[0] == '\\' && (at[1] == '+' || at[1] == '?' || at[1] == '{') ? at[1] : 0;
}

static int number(struct reader *reader)
{
	int value = -1;
	while (isdigit((unsigned char)*reader->at)) {
		value = (value == -1 ? 0 : value) * 10 + (*reader->at++ - '0');
		if (value > DUP_MAX)
			value = DUP_MAX + 1;
	}
	return value;
}

static int bounds(struct reader *reader, int *low, int *high)
{
	*low = number(reader);
	*high = *low;
	if (*reader->at == ',') {
		reader->at++;
		*high = number(reader);
		if (*low == -1)
			*low = 0;
	} else if (*low == -1)
		return fail(reader, *reader->at == '\0' ? REG_EBRACE : REG_BADBR);
	if (!reader->extended) {
		if (reader->at[0] == '\0' || (reader->at[0] == '\\' && reader->at[1] == '\0'))
			return fail(reader, REG_EBRACE);
		if (*reader->at++ != '\\')
			return fail(reader, *reader->at == '\0' ? REG_EBRACE : REG_BADBR);
	}
	if (*reader->at != '}')
		return fail(reader, *reader->at == '\0' ? REG_EBRACE : REG_BADBR);
	reader->at++;
	if (*high != -1 && *low > *high)
		return fail(reader, REG_BADBR);
	if (*low > DUP_MAX || *high > DUP_MAX)
		return fail(reader, REG_ESIZE);
	return 1;
}

static int repeated(struct reader *reader, int inner)
{
	int operator;
	while ((operator = repetition(reader)) != 0) {
		int low = operator == '+', high = operator == '?' ? 1 : -1;
		reader->at += *reader->at == '\\' ? 2 : 1;
		if (operator == '{' && !bounds(reader, &low, &high))
			return 0;
		inner = node(reader, __RE_REPEAT, inner, 0);
		if (reader->error)
			return 0;
		reader->regex->nodes[inner].low = low;
		reader->regex->nodes[inner].high = high;
		// glibc's basic expressions take no second operator but \\+ and \\?.
		int next = reader->extended ? 0 : repetition(reader);
		if (next == '*' || next == '{')
			return fail(reader, REG_BADRPT);
	}
	return inner;
}

static int is_begin_anchor(struct reader *reader)
{
	if (*reader->at != '^')
		return 0;
	return reader->extended || reader->at == reader->begin || reader->anchored;
}

/* One letter, set, group or anchor, with what repeats it. */
static int piece(struct reader *reader)
{
	if (is_begin_anchor(reader)) {
		reader->at++;
		return node(reader, __RE_BEGIN, 0, 0);
	}
	reader->anchored = 0;
	int c = (unsigned char)*reader->at;
	if (c == '$' && (reader->extended || is_end(reader, reader->at + 1))) {
		reader->at++;
		return node(reader, __RE_END, 0, 0);
	}
	int operator = repetition(reader);
	if (operator != 0) {
		if (reader->extended || operator == '{')
			return fail(reader, REG_BADRPT);
		reader->at += c == '\\' ? 2 : 1;
		return repeated(reader, letter(reader, operator));
	}
	reader->at++;
	int made;
	if (c == '.')
		made = any(reader);
	else if (c == '[')
		made = bracket(reader);
	else if (c == '(' && reader->extended)
		made = group(reader);
	else if (c == '\\') {
		int next = (unsigned char)*reader->at;
		if (next != '\0')
			reader->at++;
		enum __regex_kind kind = assertion(next);
		if (kind != __RE_EMPTY)
			return node(reader, kind, 0, 0);
		if (next == '(' && !reader->extended) {
			reader->anchored = 1;
			made = group(reader);
		} else if (next == ')' && !reader->extended)
			return fail(reader, REG_EPAREN);
		else
			made = escaped(reader, next);
	} else
		made = letter(reader, c);
	reader->anchored = 0;
	return reader->error ? 0 : repeated(reader, made);
}

static int sequence(struct reader *reader)
{
	if (is_end(reader, reader->at))
		return node(reader, __RE_EMPTY, 0, 0);
	int left = piece(reader);
	if (reader->error || is_end(reader, reader->at))
		return left;
	int right = sequence(reader);
	return reader->error ? 0 : node(reader, __RE_BOTH, left, right);
}

static int alternatives(struct reader *reader)
{
	int before = reader->closed, left = sequence(reader);
	if (reader->error || *reader->at == '\0' || (*reader->at == '\\' ? reader->at[1] : *reader->at) != '|')
		return left;
	reader->at += *reader->at == '\\' ? 2 : 1;
	reader->anchored = 1;
	int closed = reader->closed;
	reader->closed = before;
	int right = alternatives(reader);
	reader->closed |= closed;
	return reader->error ? 0 : node(reader, __RE_EITHER, left, right);
}

void regfree(regex_t *regex)
{
	struct __regex *tree = regex->__buffer;
	if (tree == NULL)
		return;
	for (int i = 0; i < tree->count; i++)
		free(tree->nodes[i].set);
	free(tree->nodes);
	free(tree);
	regex->__buffer = NULL;
}

int regcomp(regex_t *regex, const char *pattern, int flags)
{
	memset(regex, 0, sizeof *regex);
	struct __regex *tree = calloc(1, sizeof *tree);
	if (tree == NULL)
		return REG_ESPACE;
	regex->__buffer = tree;
	tree->flags = flags;
	struct reader reader = {tree, pattern, pattern, (flags & REG_EXTENDED) != 0, 0, 0, 0, 0};
	tree->root = alternatives(&reader);
	regex->re_nsub = (size_t)tree->groups;
	if (reader.error)
		regfree(regex);
	return reader.error;
}
