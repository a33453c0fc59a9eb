// The arithmetic of wordexp, $((…)): + - * / and parentheses over whole numbers, as far as glibc knows it.
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <wordexp.h>

static int sum(char *at, long *result);

static void skip_space(char **at)
{
	while (isspace((unsigned char)**at))
		++*at;
}

/* As in glibc parentheses do not nest: the first that closes ends what the first one opened. */
static int operand(char **at, long *result)
{
	char *begin = *at;
	skip_space(&begin);
	if (*begin != '(') {
		*result = strtol(begin, at, 0);
		return begin == *at ? WRDE_SYNTAX : 0;
	}
	while (**at != '\0' && **at != ')')
		++*at;
	if (**at == '\0')
		return WRDE_SYNTAX;
	*(*at)++ = '\0';
	return sum(begin + 1, result);
}

static int product(char **at, long *result)
{
	long other;
	if (operand(at, result) != 0)
		return WRDE_SYNTAX;
	for (;;) {
		skip_space(at);
		char operator = **at;
		if (operator != '*' && operator != '/')
			return 0;
		++*at;
		if (operand(at, &other) != 0)
			return WRDE_SYNTAX;
		if (operator == '*')
			*result = (long)((unsigned long)*result * (unsigned long)other);
		else if (other == 0 || (other == -1 && *result == LONG_MIN))
			return WRDE_SYNTAX;
		else
			*result /= other;
	}
}

static int sum(char *at, long *result)
{
	long other;
	if (product(&at, result) != 0)
		return WRDE_SYNTAX;
	for (;;) {
		skip_space(&at);
		char operator = *at;
		if (operator != '+' && operator != '-')
			return 0;
		at++;
		if (product(&at, &other) != 0)
			return WRDE_SYNTAX;
		*result = (long)((unsigned long)*result + (operator == '-' ? -(unsigned long)other : (unsigned long)other));
	}
}

int __word_arithmetic(char *text, long *result)
{
	*result = 0;
	return *text == '\0' ? 0 : sum(text, result);
}
