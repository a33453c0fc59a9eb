/* $((…)): C's operators on long integers. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "sh.h"

static const char *at;
static const char *whole;
/* In the branch that is not taken nothing is assigned or divided. */
static int idle;

static _Noreturn void bad(const char *what)
{
	fail("arithmetic expression: %s: \"%s\"", what, whole);
}

static void skip_blanks(void)
{
	while (isspace((unsigned char)*at))
		at++;
}

static int take(const char *operator)
{
	size_t length = strlen(operator);
	skip_blanks();
	if (strncmp(at, operator, length) != 0)
		return 0;
	/* `<` is not the beginning of `<<` or `<=`, nor `&` of `&&`. */
	if (length == 1 && strchr("<>&|=!", *operator) && (at[1] == '=' || (at[1] == *operator && *operator != '!')))
		return 0;
	if (length == 1 && strchr("*/%+-^", *operator) && at[1] == '=')
		return 0;
	if (length == 2 && (operator[1] == '<' || operator[1] == '>') && at[2] == '=')
		return 0;
	at += length;
	return 1;
}

static long assignment(void);

static long value_of_name(const char *name)
{
	const char *value = value_of(name);
	char *end;
	if (value == NULL || *value == 0)
		return 0;
	errno = 0;
	long number = strtol(value, &end, 0);
	if (*end)
		fail("Illegal number: %s", value);
	return number;
}

static long primary(void)
{
	skip_blanks();
	if (take("(")) {
		long value = assignment();
		if (!take(")"))
			bad("expecting ')'");
		return value;
	}
	if (isdigit((unsigned char)*at)) {
		char *end;
		long value = strtol(at, &end, 0);
		at = end;
		if (isalnum((unsigned char)*at))
			bad("expecting EOF");
		return value;
	}
	size_t length = 0;
	while (isalnum((unsigned char)at[length]) || at[length] == '_')
		length++;
	if (!is_name(at, length))
		bad("expecting primary");
	char *name = keep_text(at, length);
	at += length;
	return value_of_name(name);
}

static long unary(void)
{
	skip_blanks();
	if (*at == '!' && at[1] != '=') {
		at++;
		return !unary();
	}
	if (take("~"))
		return ~unary();
	if (take("-"))
		return -unary();
	if (take("+"))
		return unary();
	return primary();
}

static long divided(long first, long second, int remainder)
{
	if (second == 0) {
		if (!idle)
			bad("division by zero");
		return 0;
	}
	if (second == -1)
		return remainder ? 0 : -first;
	return remainder ? first % second : first / second;
}

static long product(void)
{
	long value = unary();
	for (;;) {
		if (take("*"))
			value *= unary();
		else if (take("/"))
			value = divided(value, unary(), 0);
		else if (take("%"))
			value = divided(value, unary(), 1);
		else
			return value;
	}
}

static long sum(void)
{
	long value = product();
	for (;;) {
		if (take("+"))
			value += product();
		else if (take("-"))
			value -= product();
		else
			return value;
	}
}

static long shift(void)
{
	long value = sum();
	for (;;) {
		if (take("<<"))
			value = (long)((unsigned long)value << (sum() & 63));
		else if (take(">>"))
			value >>= sum() & 63;
		else
			return value;
	}
}

static long relation(void)
{
	long value = shift();
	for (;;) {
		if (take("<="))
			value = value <= shift();
		else if (take(">="))
			value = value >= shift();
		else if (take("<"))
			value = value < shift();
		else if (take(">"))
			value = value > shift();
		else
			return value;
	}
}

static long equality(void)
{
	long value = relation();
	for (;;) {
		if (take("=="))
			value = value == relation();
		else if (take("!="))
			value = value != relation();
		else
			return value;
	}
}

static long bits(int level)
{
	static const char *const operators[] = {"|", "^", "&"};
	if (level == 3)
		return equality();
	long value = bits(level + 1);
	while (take(operators[level])) {
		long other = bits(level + 1);
		value = level == 0 ? value | other : level == 1 ? value ^ other : value & other;
	}
	return value;
}

static long conjunction(void)
{
	long value = bits(0);
	while (take("&&")) {
		idle += value == 0;
		long other = bits(0);
		idle -= value == 0;
		value = value && other;
	}
	return value;
}

static long disjunction(void)
{
	long value = conjunction();
	while (take("||")) {
		idle += value != 0;
		long other = conjunction();
		idle -= value != 0;
		value = value || other;
	}
	return value;
}

static long choice(void)
{
	long condition = disjunction();
	if (!take("?"))
		return condition;
	idle += condition == 0;
	long first = assignment();
	idle -= condition == 0;
	if (!take(":"))
		bad("expecting ':'");
	idle += condition != 0;
	long second = choice();
	idle -= condition != 0;
	return condition ? first : second;
}

static long combined(long old, char operator, long value)
{
	switch (operator) {
	case '*':
		return old * value;
	case '/':
		return divided(old, value, 0);
	case '%':
		return divided(old, value, 1);
	case '+':
		return old + value;
	case '-':
		return old - value;
	case '<':
		return (long)((unsigned long)old << (value & 63));
	case '>':
		return old >> (value & 63);
	case '&':
		return old & value;
	case '^':
		return old ^ value;
	case '|':
		return old | value;
	default:
		return value;
	}
}

static long assignment(void)
{
	skip_blanks();
	const char *start = at;
	size_t length = 0;
	while (isalnum((unsigned char)at[length]) || at[length] == '_')
		length++;
	if (!is_name(at, length))
		return choice();
	const char *after = at + length;
	while (isspace((unsigned char)*after))
		after++;
	char operator = '=';
	if (*after == '=' && after[1] != '=') {
		after++;
	} else if (*after && strchr("*/%+-&^|", *after) && after[1] == '=') {
		operator = *after;
		after += 2;
	} else if ((*after == '<' || *after == '>') && after[1] == *after && after[2] == '=') {
		operator = *after;
		after += 3;
	} else {
		at = start;
		return choice();
	}
	char *name = keep_text(at, length);
	at = after;
	long value = assignment();
	if (operator != '=')
		value = combined(value_of_name(name), operator, value);
	if (!idle) {
		char text[24];
		snprintf(text, sizeof text, "%ld", value);
		assign(name, text);
	}
	return value;
}

long arithmetic(const char *text)
{
	const char *before_at = at;
	const char *before_whole = whole;
	at = whole = text;
	skip_blanks();
	long value = assignment();
	skip_blanks();
	if (*at)
		bad("expecting EOF");
	at = before_at;
	whole = before_whole;
	return value;
}
