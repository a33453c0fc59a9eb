/* printf: a format, used again as long as there are arguments. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "shared.h"

static char **next;
static char **end;
static int result;
static int stop;

static const char *take(void)
{
	return next < end ? *next++ : NULL;
}

/* After a backslash; `in_b` is for %b, where an octal number begins with 0. Returns what follows. */
static const char *escape(const char *at, int in_b)
{
	static const char letters[] = "abfnrtv\\";
	static const char meanings[] = "\a\b\f\n\r\t\v\\";
	const char *found = *at ? strchr(letters, *at) : NULL;
	if (found) {
		putchar(meanings[found - letters]);
		return at + 1;
	}
	if (*at == 'c' && (in_b || by_itself)) {
		stop = 1;
		return at + strlen(at);
	}
	if (*at >= '0' && *at <= '7') {
		int value = 0;
		int most = in_b && *at == '0' ? 4 : 3;
		for (int i = 0; i < most && *at >= '0' && *at <= '7'; i++)
			value = value * 8 + *at++ - '0';
		putchar(value);
		return at;
	}
	if (by_itself && *at == '"') {
		putchar('"');
		return at + 1;
	}
	if (by_itself && *at == 'x' && isxdigit((unsigned char)at[1])) {
		char digits[3] = {at[1], isxdigit((unsigned char)at[2]) ? at[2] : 0};
		putchar((int)strtol(digits, NULL, 16));
		return at + 1 + strlen(digits);
	}
	putchar('\\');
	return at;
}

/* As a shell would read it again. */
static void print_quoted(const char *text)
{
	int plain = *text != 0 && *text != '#' && *text != '~';
	for (const char *at = text; *at; at++)
		plain &= isalnum((unsigned char)*at) || strchr("_-./:,@%+=~#", *at) != NULL;
	if (plain) {
		fputs(text, stdout);
	} else if (strchr(text, '\'') && !strpbrk(text, "\"$`\\!")) {
		printf("\"%s\"", text);
	} else {
		putchar('\'');
		for (; *text; text++)
			*text == '\'' ? fputs("'\\''", stdout) : putchar(*text);
		putchar('\'');
	}
}

static void check(const char *text, const char *rest)
{
	if (text == rest) {
		complain(by_itself ? "'%s': expected a numeric value" : "%s: expected numeric value", text);
		result = 1;
	} else if (*rest) {
		complain(by_itself ? "'%s': value not completely converted" :
			"%s: not completely converted", text);
		result = 1;
	} else if (errno == ERANGE) {
		complain(by_itself ? "'%s': Numerical result out of range" : "%s: Numerical result out of range",
			text);
		result = 1;
	}
}

static long integer(int is_signed)
{
	char *rest;
	const char *text = take();
	if (text == NULL)
		return 0;
	if (*text == '"' || *text == '\'')
		return (unsigned char)text[1];
	errno = 0;
	long value = is_signed || *text == '-' ? strtol(text, &rest, 0) : (long)strtoul(text, &rest, 0);
	if (!(*text == 0 && !by_itself))
		check(text, rest);
	return value;
}

static double real(void)
{
	char *rest;
	const char *text = take();
	if (text == NULL)
		return 0;
	if (*text == '"' || *text == '\'')
		return (unsigned char)text[1];
	errno = 0;
	double value = strtod(text, &rest);
	check(text, rest);
	return value;
}

static void print_b(const char *text)
{
	while (text && *text && !stop)
		text = *text == '\\' ? escape(text + 1, 1) : (putchar(*text), text + 1);
}

/* After `%`. Returns what follows the conversion, or NULL when it is none. */
static const char *convert(const char *at)
{
	char format[64] = "%";
	size_t length = 1;
	int stars[2];
	int count = 0;
	while (*at && strchr("-+ #0123456789.*", *at) && length < sizeof format - 4) {
		if (*at == '*' && count < 2)
			stars[count++] = integer(1);
		format[length++] = *at++;
	}
	char letter = *at;
	const char *text;
	if (letter && strchr("diouxX", letter)) {
		format[length++] = 'l';
		format[length++] = letter;
		long value = integer(letter == 'd' || letter == 'i');
		count == 0 ? printf(format, value) : count == 1 ? printf(format, stars[0], value) :
			printf(format, stars[0], stars[1], value);
	} else if (letter && strchr("eEfFgG", letter)) {
		format[length++] = letter;
		double value = real();
		count == 0 ? printf(format, value) : count == 1 ? printf(format, stars[0], value) :
			printf(format, stars[0], stars[1], value);
	} else if (letter == 's' || letter == 'c') {
		char one[2] = "";
		format[length++] = 's';
		text = take();
		if (letter == 'c') {
			one[0] = text ? *text : 0;
			text = one;
		}
		if (text == NULL)
			text = "";
		count == 0 ? printf(format, text) : count == 1 ? printf(format, stars[0], text) :
			printf(format, stars[0], stars[1], text);
	} else if (letter == 'b') {
		print_b(take());
	} else if (letter == 'q' && by_itself) {
		text = take();
		print_quoted(text ? text : "");
	} else {
		complain(by_itself ? "%%%c: invalid conversion specification" : "%%%c: invalid directive", letter);
		return NULL;
	}
	return at + 1;
}

int printf_main(int argc, char **argv)
{
	int at = 1;
	if (at < argc && strcmp(argv[at], "--") == 0)
		at++;
	if (at >= argc) {
		if (by_itself)
			complain("missing operand\nTry '%s --help' for more information.", tool_name);
		else
			complain("usage: printf format [arg ...]");
		return by_itself ? 1 : 2;
	}
	const char *format = argv[at++];
	next = argv + at;
	end = argv + argc;
	result = stop = 0;
	char **before;
	do {
		before = next;
		for (const char *c = format; *c && !stop;) {
			if (*c == '\\') {
				c = escape(c + 1, 0);
			} else if (*c == '%' && c[1] == '%') {
				putchar('%');
				c += 2;
			} else if (*c == '%') {
				c = convert(c + 1);
				if (c == NULL)
					return by_itself ? 1 : 2;
			} else {
				putchar(*c++);
			}
		}
	} while (next < end && next > before && !stop);
	return result;
}
