/* expr: the value of an expression of words. expr EXPRESSION */
#include <error.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "shared/shared.h"

static char **words;

static char *either(void);

static char *text_of(long value)
{
	char *text = malloc(24);
	sprintf(text, "%ld", value);
	return text;
}

static int is_number(const char *text)
{
	text += *text == '-';
	return *text && text[strspn(text, "0123456789")] == 0;
}

static long number(const char *text)
{
	if (!is_number(text))
		error(2, 0, "non-integer argument");
	return atol(text);
}

static int is_null(const char *text)
{
	return *text == 0 || (is_number(text) && text[strspn(text, "-0")] == 0);
}

static int next_is(const char *word)
{
	if (*words == NULL || strcmp(*words, word) != 0)
		return 0;
	words++;
	return 1;
}

static char *operand(void)
{
	if (*words == NULL)
		error(2, 0, "syntax error: missing argument after '%s'", words[-1]);
	return *words++;
}

static char *matched(const char *text, const char *pattern)
{
	regex_t compiled;
	regmatch_t found[2];
	int bad = regcomp(&compiled, pattern, 0);
	if (bad) {
		char message[128];
		regerror(bad, &compiled, message, sizeof message);
		error(2, 0, "%s", message);
	}
	int matches = regexec(&compiled, text, 2, found, 0) == 0 && found[0].rm_so == 0;
	if (compiled.re_nsub > 0)
		return matches && found[1].rm_so >= 0 ? strndup(text + found[1].rm_so, found[1].rm_eo - found[1].rm_so) : "";
	return text_of(matches ? found[0].rm_eo : 0);
}

static char *single(void)
{
	if (next_is("(")) {
		char *value = either();
		if (!next_is(")")) {
			if (*words)
				error(2, 0, "syntax error: expecting ')' instead of '%s'", *words);
			error(2, 0, "syntax error: expecting ')' after '%s'", words[-1]);
		}
		return value;
	}
	if (*words && words[1]) {
		if (next_is("+"))
			return operand();
		if (next_is("length"))
			return text_of(strlen(single()));
		if (next_is("match")) {
			char *text = single();
			return matched(text, single());
		}
		if (next_is("index")) {
			char *text = single();
			size_t at = strcspn(text, single());
			return text_of(text[at] ? (long)at + 1 : 0);
		}
		if (next_is("substr")) {
			char *text = single();
			char *first = single();
			char *count = single();
			long length = strlen(text);
			if (!is_number(first) || !is_number(count) || atol(first) < 1 || atol(first) > length || atol(count) < 1)
				return "";
			return strndup(text + atol(first) - 1, atol(count));
		}
	}
	if (*words && strcmp(*words, ")") == 0)
		error(2, 0, "syntax error: unexpected ')'");
	return operand();
}

static char *matching(void)
{
	char *value = single();
	while (next_is(":"))
		value = matched(value, single());
	return value;
}

static char *product(void)
{
	char *value = matching();
	for (;;) {
		int sign = next_is("*") ? '*' : next_is("/") ? '/' : next_is("%") ? '%' : 0;
		if (!sign)
			return value;
		char *right = matching();
		long a = number(value), b = number(right);
		if (sign != '*' && b == 0)
			error(2, 0, "division by zero");
		value = text_of(sign == '*' ? a * b : sign == '/' ? a / b : a % b);
	}
}

static char *sum(void)
{
	char *value = product();
	for (;;) {
		int sign = next_is("+") ? 1 : next_is("-") ? -1 : 0;
		if (!sign)
			return value;
		char *right = product();
		value = text_of(number(value) + sign * number(right));
	}
}

static char *comparison(void)
{
	static const char *signs[] = {"<", "<=", "=", "==", "!=", ">=", ">"};
	char *value = sum();
	for (;;) {
		int sign = 0;
		while (sign < 7 && !next_is(signs[sign]))
			sign++;
		if (sign == 7)
			return value;
		char *right = sum();
		long order = is_number(value) && is_number(right) ? (atol(value) > atol(right)) - (atol(value) < atol(right)) :
			strcmp(value, right);
		int holds[] = {order < 0, order <= 0, order == 0, order == 0, order != 0, order >= 0, order > 0};
		value = text_of(holds[sign]);
	}
}

static char *both(void)
{
	char *value = comparison();
	while (next_is("&")) {
		char *right = comparison();
		if (is_null(value) || is_null(right))
			value = "0";
	}
	return value;
}

static char *either(void)
{
	char *value = both();
	while (next_is("|")) {
		char *right = both();
		if (is_null(value))
			value = is_null(right) ? "0" : right;
	}
	return value;
}

int main(int argc, char **argv)
{
	write_failure = 2;
	words = argv + 1;
	if (argc > 1 && strcmp(argv[1], "--") == 0)
		words++;
	if (*words == NULL) {
		error(0, 0, "missing operand");
		refer_to_help(2);
	}
	char *value = either();
	if (*words)
		error(2, 0, "syntax error: unexpected argument '%s'", *words);
	puts(value);
	return is_null(value);
}
