/* test: what is true of files, texts and numbers. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "shared.h"

static char **word;
static char **end;
static int wrong;

static int say_wrong(const char *what, const char *after)
{
	if (!wrong)
		complain("%s%s%s", what, !*what || !*after ? "" : *after == '\'' ? " " : ": ", after);
	wrong = 1;
	return 0;
}

static long number(const char *text)
{
	char *rest;
	errno = 0;
	long value = strtol(text, &rest, 10);
	while (*rest == ' ' || *rest == '\t')
		rest++;
	if (*text == 0 || *rest || errno) {
		if (by_itself) {
			char quoted[128];
			snprintf(quoted, sizeof quoted, "invalid integer '%s'", text);
			say_wrong(quoted, "");
		} else {
			say_wrong("Illegal number", text);
		}
	}
	return value;
}

static int unary(char operator, const char *text)
{
	struct stat file;
	switch (operator) {
	case 'n':
		return *text != 0;
	case 'z':
		return *text == 0;
	case 't':
		return isatty(number(text));
	case 'r':
		return access(text, R_OK) == 0;
	case 'w':
		return access(text, W_OK) == 0;
	case 'x':
		return access(text, X_OK) == 0;
	case 'h':
	case 'L':
		return lstat(text, &file) == 0 && S_ISLNK(file.st_mode);
	}
	if (stat(text, &file) == -1)
		return 0;
	switch (operator) {
	case 'f':
		return S_ISREG(file.st_mode);
	case 'd':
		return S_ISDIR(file.st_mode);
	case 'p':
		return S_ISFIFO(file.st_mode);
	case 'c':
		return S_ISCHR(file.st_mode);
	case 'b':
		return S_ISBLK(file.st_mode);
	case 'S':
		return S_ISSOCK(file.st_mode);
	case 's':
		return file.st_size > 0;
	case 'u':
		return (file.st_mode & S_ISUID) != 0;
	case 'g':
		return (file.st_mode & S_ISGID) != 0;
	case 'k':
		return (file.st_mode & S_ISVTX) != 0;
	case 'O':
		return file.st_uid == geteuid();
	case 'G':
		return file.st_gid == getegid();
	default:
		return 1;
	}
}

static int is_unary(const char *text)
{
	return text[0] == '-' && text[1] && text[2] == 0 && strchr("nztrwxhLfdpcbSseugkOG", text[1]);
}

static int is_binary(const char *text)
{
	static const char *const operators[] = {
		"=", "!=", "<", ">", "==", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef"
	};
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (strcmp(text, operators[i]) == 0)
			return by_itself || strcmp(text, "==") != 0;
	return 0;
}

static int is_newer(const struct stat *a, const struct stat *b)
{
	if (a->st_mtim.tv_sec != b->st_mtim.tv_sec)
		return a->st_mtim.tv_sec > b->st_mtim.tv_sec;
	return a->st_mtim.tv_nsec > b->st_mtim.tv_nsec;
}

static int compare_files(const char *first, char operator, const char *second)
{
	struct stat a, b;
	int has_first = stat(first, &a) == 0;
	int has_second = stat(second, &b) == 0;
	/* The shell's own finds no file newer than one that is not there. */
	if (!by_itself && !(has_first && has_second))
		return 0;
	if (operator == 'e')
		return has_first && has_second && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
	if (operator == 'n')
		return has_first && (!has_second || is_newer(&a, &b));
	return has_second && (!has_first || is_newer(&b, &a));
}

static int binary(const char *first, const char *operator, const char *second)
{
	if (operator[0] != '-') {
		int order = strcmp(first, second);
		switch (operator[0]) {
		case '=':
			return order == 0;
		case '!':
			return order != 0;
		default:
			return operator[0] == '<' ? order < 0 : order > 0;
		}
	}
	if (strcmp(operator, "-nt") == 0 || strcmp(operator, "-ot") == 0 || strcmp(operator, "-ef") == 0)
		return compare_files(first, operator[1], second);
	long a = number(first);
	long b = number(second);
	switch (operator[1] * 256 + operator[2]) {
	case 'e' * 256 + 'q':
		return a == b;
	case 'n' * 256 + 'e':
		return a != b;
	case 'l' * 256 + 't':
		return a < b;
	case 'l' * 256 + 'e':
		return a <= b;
	case 'g' * 256 + 't':
		return a > b;
	default:
		return a >= b;
	}
}

static int disjunction(void);

static int primary(void)
{
	if (word >= end)
		return say_wrong("argument expected", "");
	if (end - word >= 3 && is_binary(word[1])) {
		int value = binary(word[0], word[1], word[2]);
		word += 3;
		return value;
	}
	if (strcmp(*word, "(") == 0 && end - word > 1) {
		word++;
		int value = disjunction();
		if (word >= end || strcmp(*word, ")") != 0)
			return say_wrong("closing paren expected", "");
		word++;
		return value;
	}
	if (is_unary(*word) && end - word > 1) {
		word += 2;
		return unary(word[-2][1], word[-1]);
	}
	return *(*word++) != 0;
}

static int negation(void)
{
	if (end - word > 1 && strcmp(*word, "!") == 0) {
		word++;
		return !negation();
	}
	return primary();
}

static int conjunction(void)
{
	int value = negation();
	while (word < end && strcmp(*word, "-a") == 0) {
		word++;
		value = negation() && value;
	}
	return value;
}

static int disjunction(void)
{
	int value = conjunction();
	while (word < end && strcmp(*word, "-o") == 0) {
		word++;
		value = conjunction() || value;
	}
	return value;
}

int test_main(int argc, char **argv)
{
	wrong = 0;
	word = argv + 1;
	end = argv + argc;
	const char *slash = strrchr(argv[0], '/');
	if (strcmp(slash ? slash + 1 : argv[0], "[") == 0) {
		if (argc < 2 || strcmp(end[-1], "]") != 0) {
			complain(by_itself ? "missing ']'" : "missing ]");
			return 2;
		}
		end--;
	}
	if (word == end)
		return 1;
	int value;
	if (end - word == 3 && is_binary(word[1])) {
		value = binary(word[0], word[1], word[2]);
		word = end;
	} else {
		value = disjunction();
	}
	if (word < end && !wrong) {
		char quoted[128];
		if (!by_itself) {
			say_wrong(word[-1], "unexpected operator");
		} else if (end - argv == 4 || end - argv == 3) {
			snprintf(quoted, sizeof quoted, "'%s'", argv[2]);
			if (end - argv == 4)
				say_wrong(quoted, "binary operator expected");
			else
				say_wrong("missing argument after", quoted);
		} else {
			snprintf(quoted, sizeof quoted, "extra argument '%s'", *word);
			say_wrong(quoted, "");
		}
	}
	return wrong ? 2 : !value;
}
