// The reader of the scanf family.
#include <bits/file.h>
#include <bits/locale.h>
#include <bits/scan.h>
#include <bits/wide-text.h>
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct scanning {
	FILE *stream;
	va_list arguments;
	const char *at;
	void **given; // for %1$d: all pointers, by their numbers; else NULL
	int place; // the number before $
	long taken; // bytes, for %n
	int stored; // items assigned
	int width, suppress, allocate;
	char size; // as in format.c
};

enum { GOOD, MISMATCH, INPUT_ENDED };

#define POINTERS_MAX 32

static void *next_place(struct scanning *s)
{
	return s->given ? s->given[s->place] : va_arg(s->arguments, void *);
}

// Whether what is read is wide text, which comes as UTF-8; set by the wide scanf family.
int __wide_source;

// Bytes that are no letter of a wide stream stay, and are an error.
static int refuse(FILE *stream, int c)
{
	ungetc(c, stream);
	stream->flags |= __ERROR;
	errno = EILSEQ;
	return EOF;
}

static int next(struct scanning *s)
{
	int c = fgetc(s->stream);
	if (c > 127 && (s->stream->flags & (__WIDE | __WIDE_UTF8)) == __WIDE)
		return refuse(s->stream, c);
	if (c != EOF)
		s->taken++;
	return c;
}

static void give_back(struct scanning *s, int c)
{
	if (c != EOF) {
		ungetc(c, s->stream);
		s->taken--;
	}
}

static int skip_spaces(struct scanning *s)
{
	int c;
	do
		c = next(s);
	while (c != EOF && isspace(c));
	give_back(s, c);
	return c;
}

static void store_integer(struct scanning *s, unsigned long value)
{
	void *place = next_place(s);
	if (s->size == 'l' || s->size == 'L')
		*(unsigned long *)place = value;
	else if (s->size == 'h')
		*(unsigned short *)place = value;
	else if (s->size == 'H')
		*(unsigned char *)place = value;
	else
		*(unsigned int *)place = value;
	s->stored++;
}

static int digit_value(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'Z')
		return c - 'A' + 10;
	return 99;
}

#define TEXT 1100

// A byte is added to the text of a number; takes the next byte, or EOF at the width's end.
static int advance(struct scanning *s, char *text, int *length, int c)
{
	if (*length < TEXT - 1)
		text[(*length)++] = c;
	if (s->width > 0 && --s->width == 0)
		return EOF;
	return next(s);
}

static int scan_integer(struct scanning *s, int base, int is_signed)
{
	char text[TEXT];
	int length = 0;
	if (skip_spaces(s) == EOF)
		return INPUT_ENDED;
	int c = next(s);
	if (c == '+' || c == '-')
		c = advance(s, text, &length, c);
	int digits = 0;
	if (c == '0') {
		c = advance(s, text, &length, c);
		digits = 1;
		if ((base == 0 || base == 16) && (c == 'x' || c == 'X')) {
			c = advance(s, text, &length, c);
			base = 16;
		} else if (base == 0) {
			base = 8;
		}
	}
	if (base == 0)
		base = 10;
	while (digit_value(c) < base) {
		c = advance(s, text, &length, c);
		digits++;
	}
	give_back(s, c);
	text[length] = 0;
	if (digits == 0)
		return MISMATCH;
	if (!s->suppress)
		store_integer(s, is_signed ? (unsigned long)strtol(text, NULL, base) : strtoul(text, NULL, base));
	return GOOD;
}

// A number in hexadecimal, or (nil) as printf writes it.
static int scan_pointer(struct scanning *s)
{
	if (skip_spaces(s) == EOF)
		return INPUT_ENDED;
	int c = next(s);
	if (c != '(') {
		give_back(s, c);
		return scan_integer(s, 16, 0);
	}
	for (const char *rest = "nil)"; *rest; rest++) {
		c = next(s);
		if (tolower(c) != *rest) {
			give_back(s, c);
			return MISMATCH;
		}
	}
	if (!s->suppress)
		store_integer(s, 0);
	return GOOD;
}

static int in_word(int c, const char *word, int at)
{
	return at < (int)strlen(word) && tolower(c) == word[at];
}

static void store_double(struct scanning *s, double value)
{
	if (s->suppress)
		return;
	void *place = next_place(s);
	if (s->size == 'l')
		*(double *)place = value;
	else if (s->size == 'L')
		*(long double *)place = value;
	else
		*(float *)place = value;
	s->stored++;
}

static int scan_double(struct scanning *s)
{
	char text[TEXT];
	int length = 0;
	int is_narrow = s->width > 0;
	if (skip_spaces(s) == EOF)
		return INPUT_ENDED;
	int c = next(s);
	if (c == '+' || c == '-')
		c = advance(s, text, &length, c);
	int start = length;
	const char *word = tolower(c) == 'i' ? "infinity" : tolower(c) == 'n' ? "nan" : NULL;
	while (word && c != EOF && in_word(c, word, length - start))
		c = advance(s, text, &length, c);
	// What shows that it is not the word is taken, too.
	if (word && length - start != 3 && word[length - start])
		return MISMATCH;
	int hexadecimal = 0, point = 0, exponent = 0, digits = 0;
	while (!word && c != EOF) {
		if (digit_value(c) < (hexadecimal && !exponent ? 16 : 10))
			digits++;
		else if (c == '.' && !point && !exponent)
			point = 1;
		else if (digits > 0 && !exponent && tolower(c) == (hexadecimal ? 'p' : 'e'))
			exponent = length + 1;
		else if (!hexadecimal && digits == 1 && length == start + 1 && text[start] == '0' && tolower(c) == 'x')
			hexadecimal = 1;
		else if (!(exponent == length && (c == '+' || c == '-')))
			break;
		c = advance(s, text, &length, c);
	}
	give_back(s, c);
	// The width may end behind an x that no digit follows: then it is a zero.
	if (hexadecimal && c == EOF && s->width == 0 && length == start + 2 && digits == 1 && is_narrow)
		give_back(s, text[--length]);
	text[length] = 0;
	char *end;
	int kept = errno;
	double value = strtod(text, &end);
	if (s->suppress)
		errno = kept;
	if (end == text || (word && *end) || *end == 'x' || *end == 'X')
		return MISMATCH;
	store_double(s, value);
	return GOOD;
}

// Where text goes: the program's array, or memory that grows for %ms.
struct target {
	char *text;
	char **owner;
	size_t length, size;
	int wide; // an array of wchar_t
	int bad; // the locale has no such letter
	struct __wide_decoder decoder;
};

// Whether what is read is wide text, which comes as UTF-8; set by the wide scanf family.
int __wide_source;

static void open_target(struct scanning *s, struct target *target)
{
	target->text = NULL;
	target->owner = NULL;
	target->length = target->size = 0;
	target->wide = s->size == 'l';
	target->bad = target->decoder.missing = 0;
	if (s->suppress)
		return;
	if (s->allocate) {
		target->owner = next_place(s);
		target->size = 32;
		target->text = malloc(target->size * sizeof(int));
	} else {
		target->text = next_place(s);
	}
}

// How many bytes of the letter come after its first, where letters are counted.
static int following(const struct target *target, int first)
{
	if (first < 0xc0 || !(target->wide || __wide_source))
		return 0;
	return first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
}

static void add(struct target *target, int c)
{
	if (c > 127 && !__multibyte && target->wide != __wide_source)
		target->bad = 1;
	if (target->bad)
		return;
	if (target->wide && (c = __decode_utf8(&target->decoder, c)) == -1)
		return;
	if (target->owner && target->length + 1 >= target->size)
		target->text = realloc(target->text, (target->size *= 2) * (target->wide ? sizeof(int) : 1));
	if (target->text && target->wide)
		((int *)target->text)[target->length++] = c;
	else if (target->text)
		target->text[target->length++] = c;
}

static int close_target(struct scanning *s, struct target *target, int terminated, int good)
{
	if (!good) {
		if (target->owner)
			free(target->text);
		return MISMATCH;
	}
	if (terminated)
		add(target, 0);
	if (target->bad) {
		errno = EILSEQ;
		return MISMATCH;
	}
	if (target->owner)
		*target->owner = target->text;
	if (!s->suppress)
		s->stored++;
	return GOOD;
}

static int scan_characters(struct scanning *s)
{
	int left = s->width > 0 ? s->width : 1;
	int c = next(s);
	if (c == EOF)
		return INPUT_ENDED;
	struct target target;
	open_target(s, &target);
	for (int more = 0; c != EOF;) {
		if (more > 0) {
			more--;
		} else {
			more = following(&target, c);
			left--;
		}
		add(&target, c);
		c = more > 0 || left > 0 ? next(s) : EOF;
	}
	return close_target(s, &target, 0, 1);
}

static int scan_while(struct scanning *s, const char *wanted)
{
	int left = s->width > 0 ? s->width : INT_MAX;
	int c = next(s);
	if (c == EOF)
		return INPUT_ENDED;
	struct target target;
	open_target(s, &target);
	int count = 0, more = 0;
	while (c != EOF && (more > 0 || (left > 0 && wanted[c]))) {
		if (more > 0) {
			more--;
		} else {
			more = following(&target, c);
			left--;
		}
		add(&target, c);
		count++;
		c = more > 0 || left > 0 ? next(s) : EOF;
	}
	give_back(s, c);
	return close_target(s, &target, 1, count > 0);
}

static int scan_word(struct scanning *s)
{
	char wanted[256];
	if (skip_spaces(s) == EOF)
		return INPUT_ENDED;
	for (int c = 0; c < 256; c++)
		wanted[c] = !isspace(c);
	return scan_while(s, wanted);
}

static int scan_set(struct scanning *s)
{
	char wanted[256];
	int inverted = *s->at == '^';
	if (inverted)
		s->at++;
	memset(wanted, inverted, sizeof wanted);
	int first = 1;
	while (*s->at && (*s->at != ']' || first)) {
		unsigned char from = *s->at++;
		unsigned char to = from;
		// A range whose end is before its beginning is three letters.
		if (*s->at == '-' && s->at[1] && s->at[1] != ']' && (unsigned char)s->at[1] >= from) {
			to = s->at[1];
			s->at += 2;
		}
		for (int c = from; c <= to; c++)
			wanted[c] = !inverted;
		first = 0;
	}
	if (*s->at)
		s->at++;
	return scan_while(s, wanted);
}

static void read_size(struct scanning *s)
{
	s->size = 0;
	for (;; s->at++) {
		switch (*s->at) {
		case 'h':
			s->size = s->size == 'h' ? 'H' : 'h';
			break;
		case 'l':
		case 'q':
		case 'j':
		case 'z':
		case 't':
			s->size = 'l';
			break;
		case 'L':
			s->size = 'L';
			break;
		default:
			return;
		}
	}
}

static int match(struct scanning *s, int wanted)
{
	int c = next(s);
	if (c == wanted)
		return GOOD;
	give_back(s, c);
	return c == EOF ? INPUT_ENDED : MISMATCH;
}

// The number of an argument, with its $; the first one makes all pointers be taken.
static int read_place(struct scanning *s)
{
	const char *at = s->at;
	int place = 0;
	while (isdigit((unsigned char)*at) && place < POINTERS_MAX)
		place = place * 10 + (*at++ - '0');
	if (*at != '$' || place == 0 || place > POINTERS_MAX)
		return 0;
	s->at = at + 1;
	return place;
}

static int scan_directive(struct scanning *s)
{
	s->at++;
	s->place = read_place(s);
	s->suppress = 0;
	for (; *s->at == '*' || *s->at == '\'' || *s->at == 'I'; s->at++)
		if (*s->at == '*')
			s->suppress = 1;
	s->width = 0;
	while (isdigit((unsigned char)*s->at))
		s->width = s->width * 10 + (*s->at++ - '0');
	s->allocate = *s->at == 'm';
	if (s->allocate)
		s->at++;
	read_size(s);
	switch (*s->at++) {
	case 'd':
		return scan_integer(s, 10, 1);
	case 'i':
		return scan_integer(s, 0, 1);
	case 'u':
		return scan_integer(s, 10, 0);
	case 'o':
		return scan_integer(s, 8, 0);
	case 'x':
	case 'X':
		return scan_integer(s, 16, 0);
	case 'p':
		s->size = 'l';
		return scan_pointer(s);
	case 'a':
	case 'A':
	case 'e':
	case 'E':
	case 'f':
	case 'F':
	case 'g':
	case 'G':
		return scan_double(s);
	case 'S':
		s->size = 'l';
		return scan_word(s);
	case 's':
		return scan_word(s);
	case 'C':
		s->size = 'l';
		return scan_characters(s);
	case 'c':
		return scan_characters(s);
	case '[':
		return scan_set(s);
	case 'n':
		if (!s->suppress) {
			store_integer(s, s->taken);
			s->stored--;
		}
		return GOOD;
	case '%':
		if (skip_spaces(s) == EOF)
			return INPUT_ENDED;
		return match(s, '%');
	default:
		return MISMATCH;
	}
}

// The highest number of an argument in a format; 0 when none has one.
static int highest_place(struct scanning *s, const char *format)
{
	int highest = 0;
	for (s->at = format; (s->at = strchr(s->at, '%'));) {
		s->at++;
		int place = read_place(s);
		if (place > highest)
			highest = place;
		if (*s->at)
			s->at++;
	}
	return highest;
}

int __scan(FILE *stream, const char *format, va_list arguments)
{
	struct scanning s;
	void *given[POINTERS_MAX + 1];
	int highest = highest_place(&s, format);
	s.stream = stream;
	s.at = format;
	s.given = highest > 0 ? given : NULL;
	s.taken = 0;
	s.stored = 0;
	va_copy(s.arguments, arguments);
	for (int place = 1; place <= highest; place++)
		given[place] = va_arg(s.arguments, void *);
	int result = GOOD;
	while (*s.at && result == GOOD) {
		if (isspace((unsigned char)*s.at)) {
			skip_spaces(&s);
			s.at++;
		} else if (*s.at == '%') {
			result = scan_directive(&s);
		} else {
			result = match(&s, (unsigned char)*s.at++);
		}
	}
	va_end(s.arguments);
	return result == INPUT_ENDED && s.stored == 0 ? EOF : s.stored;
}
