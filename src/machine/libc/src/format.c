// The formatter of the printf family: every conversion of C11, and glibc's %m and (nil).
#include <bits/format.h>
#include <bits/machine.h>
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>

// One argument, as the calling convention passes it.
struct argument {
	enum { UNUSED, WORD, REAL, LONG_REAL } kind;
	union {
		long word;
		double real;
		long double long_real;
	} value;
};

struct formatting {
	struct __sink *sink;
	va_list arguments;
	const char *at;
	struct argument *given; // for %1$d: all arguments, by their numbers; else NULL
	int place; // the number before $
	long total; // bytes so far, or -1 when the sink has failed
	int left, plus, space, alternate, zero;
	int width, precision;
	char size; // 'h', 'H' for hh, 'l' for l, ll, j, z, t, 'L', or 0
};

#define ARGUMENTS_MAX 64

static void emit(struct formatting *f, const char *text, size_t length)
{
	if (f->total < 0 || length == 0)
		return;
	f->total += length;
	if (f->sink->put(f->sink, text, length) == -1)
		f->total = -1;
}

static void pad(struct formatting *f, char c, long count)
{
	char many[32];
	if (count <= 0)
		return;
	memset(many, c, sizeof many);
	for (; count > (long)sizeof many; count -= sizeof many)
		emit(f, many, sizeof many);
	emit(f, many, count);
}

static void emit_text(struct formatting *f, const char *text, size_t length)
{
	long spaces = f->width - (long)length;
	if (!f->left)
		pad(f, ' ', spaces);
	emit(f, text, length);
	if (f->left)
		pad(f, ' ', spaces);
}

// A number: spaces, its prefix (sign or 0x), zeros, digits, spaces.
static void emit_number(struct formatting *f, const char *prefix, long zeros, const char *digits, long length)
{
	long prefix_length = strlen(prefix);
	long spaces = f->width - prefix_length - zeros - length;
	if (f->zero && !f->left && spaces > 0) {
		zeros += spaces;
		spaces = 0;
	}
	if (!f->left)
		pad(f, ' ', spaces);
	emit(f, prefix, prefix_length);
	pad(f, '0', zeros);
	emit(f, digits, length);
	if (f->left)
		pad(f, ' ', spaces);
}

static long next_word(struct formatting *f)
{
	return f->given ? f->given[f->place].value.word : va_arg(f->arguments, long);
}

static double next_double(struct formatting *f)
{
	int is_long = f->size == 'L';
	if (f->given)
		return is_long ? (double)f->given[f->place].value.long_real : f->given[f->place].value.real;
	return is_long ? (double)va_arg(f->arguments, long double) : va_arg(f->arguments, double);
}

static char *digits_of(char *end, unsigned long value, int bits, int upper)
{
	const char *letters = upper ? "0123456789ABCDEF" : "0123456789abcdef";
	if (bits == 0)
		return __decimal(end, value);
	do
		*--end = letters[value & ((1 << bits) - 1)];
	while (value >>= bits);
	return end;
}

// bits is 1 for binary, 3 for octal, 4 for hexadecimal, 0 for decimal.
static void emit_integer(struct formatting *f, unsigned long value, const char *prefix, int bits, int upper)
{
	char buffer[64];
	char *end = buffer + sizeof buffer;
	char *digits = value == 0 && f->precision == 0 ? end : digits_of(end, value, bits, upper);
	long length = end - digits;
	long zeros = f->precision > length ? f->precision - length : 0;
	if (bits == 3 && f->alternate && zeros == 0 && (length == 0 || *digits != '0'))
		zeros = 1;
	if (f->precision >= 0)
		f->zero = 0;
	emit_number(f, prefix, zeros, digits, length);
}

static void convert_signed(struct formatting *f)
{
	long value = next_word(f);
	if (f->size != 'l' && f->size != 'L')
		value = (int)value;
	if (f->size == 'h')
		value = (short)value;
	if (f->size == 'H')
		value = (signed char)value;
	const char *prefix = value < 0 ? "-" : f->plus ? "+" : f->space ? " " : "";
	emit_integer(f, value < 0 ? -(unsigned long)value : (unsigned long)value, prefix, 0, 0);
}

static void convert_unsigned(struct formatting *f, char letter)
{
	unsigned long value = next_word(f);
	if (f->size != 'l' && f->size != 'L')
		value = (unsigned int)value;
	if (f->size == 'h')
		value = (unsigned short)value;
	if (f->size == 'H')
		value = (unsigned char)value;
	int hexadecimal = letter == 'x' || letter == 'X';
	int binary = letter == 'b' || letter == 'B';
	char prefix[] = {0, letter, 0};
	if ((hexadecimal || binary) && f->alternate && value)
		prefix[0] = '0';
	emit_integer(f, value, prefix, hexadecimal ? 4 : binary ? 1 : letter == 'o' ? 3 : 0, letter == 'X');
}

static void convert_pointer(struct formatting *f)
{
	unsigned long value = next_word(f);
	if (value == 0)
		emit_text(f, "(nil)", 5);
	else
		emit_integer(f, value, f->plus ? "+0x" : f->space ? " 0x" : "0x", 4, 0);
}

// The longest double has 309 digits before the point; no double has more than 1074 after it.
#define DIGITS 1100

static void convert_double(struct formatting *f, char letter)
{
	char buffer[DIGITS + 330];
	double value = next_double(f);
	int hexadecimal = letter == 'a' || letter == 'A';
	int precision = f->precision < 0 && !hexadecimal ? 6 : f->precision;
	int more = precision > DIGITS ? precision - DIGITS : 0;
	int flags = (f->alternate ? 1 : 0) | (f->plus ? 2 : 0) | (f->space ? 4 : 0);
	int length = __builtin_format_double(buffer, sizeof buffer, value, letter, precision - more, flags);
	char prefix[4] = "";
	int skip = buffer[0] == '-' || buffer[0] == '+' || buffer[0] == ' ';
	if (buffer[skip] < '0' || buffer[skip] > '9')
		f->zero = more = 0;
	else if (hexadecimal)
		skip += 2;
	memcpy(prefix, buffer, skip);
	if (letter == 'g' || letter == 'G')
		more = 0;
	if (more > 0) {
		// Digits behind the last are zeros; an exponent follows them.
		const char *tail = letter == 'e' || letter == 'E' ? strchr(buffer + skip, letter) : buffer + length;
		long rest = buffer + length - tail;
		int left = f->left, width = f->width;
		f->left = 0;
		f->width = left ? 0 : width - more - rest;
		emit_number(f, prefix, 0, buffer + skip, length - skip - rest);
		pad(f, '0', more);
		emit(f, tail, rest);
		if (left)
			pad(f, ' ', width - length - more);
		return;
	}
	emit_number(f, prefix, 0, buffer + skip, length - skip);
}

// For text that is to be wide: makes bytes of any letter, and counts the letters of bytes; set by the wide printf family.
int (*__encode_wide)(char *bytes, int letter);
long (*__measure_wide)(const char *text, int precision, long *bytes);

// Makes bytes of a letter beyond ASCII, or returns -1; set while the locale has any.
int (*__encode_letter)(char *bytes, int letter);

static void convert_string(struct formatting *f, const char *text)
{
	long length, letters;
	if (text == NULL)
		text = f->precision == -1 || f->precision >= 6 ? "(null)" : "";
	if (__measure_wide)
		letters = __measure_wide(text, f->precision, &length);
	else
		letters = length = f->precision < 0 ? strlen(text) : strnlen(text, f->precision);
	if (letters < 0) {
		f->total = -1;
		return;
	}
	if (!f->left)
		pad(f, ' ', f->width - letters);
	emit(f, text, length);
	if (f->left)
		pad(f, ' ', f->width - letters);
}

static void convert_error(struct formatting *f)
{
	char unknown[ERROR_TEXT];
	convert_string(f, __error_text(errno, unknown));
}

// The bytes of a letter; -1 when the locale has none for it.
static int encode(char *bytes, int letter)
{
	int (*beyond)(char *bytes, int letter) = __encode_wide ? __encode_wide : __encode_letter;
	bytes[0] = letter;
	return letter & ~127 ? (beyond ? beyond(bytes, letter) : -1) : 1;
}

// Width and precision count the letters of wide text, the bytes of other; no letter is cut.
static void emit_wide(struct formatting *f, const int *text, long most)
{
	char bytes[8];
	long size = 0, count = 0;
	while (count != most && size != f->precision && (most >= 0 || text[count])) {
		int length = encode(bytes, text[count]);
		if (length < 0) {
			errno = EILSEQ;
			f->total = -1;
			return;
		}
		if (__encode_wide)
			length = 1;
		if (f->precision >= 0 && size + length > f->precision)
			break;
		size += length;
		count++;
	}
	if (!f->left)
		pad(f, ' ', f->width - size);
	for (long i = 0; i < count; i++)
		emit(f, bytes, encode(bytes, text[i]));
	if (f->left)
		pad(f, ' ', f->width - size);
}

static void convert_wide_string(struct formatting *f, const int *text)
{
	if (text)
		emit_wide(f, text, -1);
	else
		convert_string(f, NULL);
}

static void convert_wide_letter(struct formatting *f, int letter)
{
	f->precision = -1;
	emit_wide(f, &letter, 1);
}

static void store_total(struct formatting *f)
{
	void *place = (void *)next_word(f);
	if (f->size == 'l' || f->size == 'L')
		*(long *)place = f->total;
	else if (f->size == 'h')
		*(short *)place = f->total;
	else if (f->size == 'H')
		*(signed char *)place = f->total;
	else
		*(int *)place = f->total;
}

// The number of an argument, with its $; 0 when there is none.
static int read_place(struct formatting *f)
{
	int place = 0;
	const char *at = f->at;
	while (*at >= '0' && *at <= '9' && place <= ARGUMENTS_MAX)
		place = place * 10 + (*at++ - '0');
	if (*at != '$' || place > ARGUMENTS_MAX)
		return 0;
	f->at = at + 1;
	return place;
}

static int read_number(struct formatting *f)
{
	int value = 0;
	if (*f->at == '*') {
		f->at++;
		if (!f->given)
			return va_arg(f->arguments, int);
		int place = read_place(f);
		return place > 0 ? (int)f->given[place].value.word : 0;
	}
	while (*f->at >= '0' && *f->at <= '9')
		value = value * 10 + (*f->at++ - '0');
	return value;
}

static void read_flags(struct formatting *f)
{
	f->left = f->plus = f->space = f->alternate = f->zero = 0;
	for (;; f->at++) {
		switch (*f->at) {
		case '-':
			f->left = 1;
			break;
		case '+':
			f->plus = 1;
			break;
		case ' ':
			f->space = 1;
			break;
		case '#':
			f->alternate = 1;
			break;
		case '0':
			f->zero = 1;
			break;
		case '\'':
		case 'I':
			break;
		default:
			return;
		}
	}
}

static void read_size(struct formatting *f)
{
	f->size = 0;
	for (;; f->at++) {
		switch (*f->at) {
		case 'h':
			f->size = f->size == 'h' ? 'H' : 'h';
			break;
		case 'l':
		case 'j':
		case 'z':
		case 'Z':
		case 't':
			f->size = 'l';
			break;
		case 'q':
			f->size = 'l';
			break;
		case 'L':
			f->size = 'L';
			break;
		default:
			return;
		}
	}
}

// An unknown conversion is printed again from what was understood of it.
static void emit_unknown(struct formatting *f, char letter)
{
	char text[40], digits[16];
	char *end = digits + sizeof digits;
	char *to = text;
	*to++ = '%';
	if (f->alternate)
		*to++ = '#';
	if (f->plus)
		*to++ = '+';
	else if (f->space)
		*to++ = ' ';
	if (f->left)
		*to++ = '-';
	if (f->zero)
		*to++ = '0';
	if (f->width > 0) {
		char *width = __decimal(end, f->width);
		memcpy(to, width, end - width);
		to += end - width;
	}
	if (f->precision >= 0) {
		char *precision = __decimal(end, f->precision);
		*to++ = '.';
		memcpy(to, precision, end - precision);
		to += end - precision;
	}
	*to++ = letter;
	emit(f, text, to - text);
}

static void convert(struct formatting *f)
{
	char letter = *f->at++;
	char c;
	int word;
	switch (letter) {
	case 'd':
	case 'i':
		convert_signed(f);
		break;
	case 'u':
	case 'x':
	case 'X':
	case 'o':
	case 'b':
	case 'B':
		convert_unsigned(f, letter);
		break;
	case 'a':
	case 'A':
	case 'e':
	case 'E':
	case 'f':
	case 'F':
	case 'g':
	case 'G':
		convert_double(f, letter);
		break;
	case 'S':
	case 's':
		if (f->size == 'l' || letter == 'S')
			convert_wide_string(f, (const int *)next_word(f));
		else
			convert_string(f, (const char *)next_word(f));
		break;
	case 'C':
	case 'c':
		word = next_word(f);
		c = word;
		if (f->size == 'l' || letter == 'C')
			convert_wide_letter(f, word);
		else
			emit_text(f, &c, 1);
		break;
	case 'p':
		convert_pointer(f);
		break;
	case 'm':
		convert_error(f);
		break;
	case 'n':
		store_total(f);
		break;
	case '%':
		emit(f, "%", 1);
		break;
	case 0:
		f->at--;
		errno = EINVAL;
		f->total = -1;
		break;
	default:
		emit_unknown(f, letter);
	}
}

static void convert_directive(struct formatting *f)
{
	f->at++;
	if (f->given)
		f->place = read_place(f);
	read_flags(f);
	f->width = read_number(f);
	if (f->width < 0) {
		f->left = 1;
		f->width = -f->width;
	}
	f->precision = -1;
	if (*f->at == '.') {
		f->at++;
		f->precision = read_number(f);
		if (f->precision < 0)
			f->precision = -1;
	}
	read_size(f);
	convert(f);
}

static void note(struct argument *given, int place, int kind)
{
	if (place > 0 && given[place].kind == UNUSED)
		given[place].kind = kind;
}

static void note_star(struct formatting *f, struct argument *given)
{
	if (*f->at == '*') {
		f->at++;
		note(given, read_place(f), WORD);
	} else {
		while (*f->at >= '0' && *f->at <= '9')
			f->at++;
	}
}

// Finds out of which kind each numbered argument is, and takes them all in their order.
static void take_arguments(struct formatting *f, struct argument *given, const char *format)
{
	memset(given, 0, (ARGUMENTS_MAX + 1) * sizeof *given);
	for (f->at = format; *f->at; f->at++) {
		if (*f->at != '%')
			continue;
		f->at++;
		int place = read_place(f);
		read_flags(f);
		note_star(f, given);
		if (*f->at == '.') {
			f->at++;
			note_star(f, given);
		}
		read_size(f);
		if (*f->at == 0)
			break;
		int is_real = strchr("aAeEfFgG", *f->at) != NULL;
		note(given, place, is_real ? (f->size == 'L' ? LONG_REAL : REAL) : WORD);
	}
	int last = ARGUMENTS_MAX;
	while (last > 0 && given[last].kind == UNUSED)
		last--;
	for (int place = 1; place <= last; place++) {
		if (given[place].kind == REAL)
			given[place].value.real = va_arg(f->arguments, double);
		else if (given[place].kind == LONG_REAL)
			given[place].value.long_real = va_arg(f->arguments, long double);
		else
			given[place].value.word = va_arg(f->arguments, long);
	}
}

// Whether the first conversion names its argument by a number.
static int is_numbered(const char *format)
{
	const char *at = format;
	while ((at = strchr(at, '%')) && at[1] == '%')
		at += 2;
	if (at == NULL)
		return 0;
	for (at++; *at >= '0' && *at <= '9'; at++)
		;
	return *at == '$';
}

static void format_all(struct formatting *f, const char *format);

static void format_numbered(struct formatting *f, const char *format)
{
	struct argument given[ARGUMENTS_MAX + 1];
	f->size = 0;
	take_arguments(f, given, format);
	f->given = given;
	format_all(f, format);
}

int __format(struct __sink *sink, const char *format, va_list arguments)
{
	struct formatting f;
	if (format == NULL) {
		errno = EINVAL;
		return -1;
	}
	f.sink = sink;
	f.given = NULL;
	f.total = 0;
	va_copy(f.arguments, arguments);
	if (is_numbered(format))
		format_numbered(&f, format);
	else
		format_all(&f, format);
	va_end(f.arguments);
	if (f.total > INT_MAX) {
		errno = EOVERFLOW;
		return -1;
	}
	return f.total;
}

static void format_all(struct formatting *f, const char *format)
{
	f->at = format;
	while (*f->at && f->total >= 0) {
		if (*f->at == '%') {
			convert_directive(f);
			continue;
		}
		const char *start = f->at;
		while (*f->at && *f->at != '%')
			f->at++;
		emit(f, start, f->at - start);
	}
}
