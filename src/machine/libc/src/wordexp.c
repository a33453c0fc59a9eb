// wordexp: words as a shell expands them: quotes, variables, ~, $(…), names of files.
#define _GNU_SOURCE
#include <ctype.h>
#include <glob.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wordexp.h>

/* A word that grows. `pattern` has a backslash before each letter that was quoted and that glob would take as magic. */
struct word {
	char *text;
	char *pattern;
	size_t length;
	size_t pattern_length;
	size_t room;
	int begun;
	int magic;
};

struct reader {
	const char *at;
	int flags;
	wordexp_t *result;
	struct word word;
};

static int put(struct word *word, char c, int quoted)
{
	if (word->length + 2 >= word->room || word->pattern_length + 3 >= 2 * word->room) {
		size_t room = word->room == 0 ? 64 : 2 * word->room;
		char *text = realloc(word->text, room), *pattern = realloc(word->pattern, 2 * room);
		if (text != NULL)
			word->text = text;
		if (pattern != NULL)
			word->pattern = pattern;
		if (text == NULL || pattern == NULL)
			return WRDE_NOSPACE;
		word->room = room;
	}
	if (strchr("*?[\\", c) != NULL) {
		if (quoted || c == '\\')
			word->pattern[word->pattern_length++] = '\\';
		else
			word->magic = 1;
	}
	word->text[word->length++] = c;
	word->pattern[word->pattern_length++] = c;
	word->text[word->length] = word->pattern[word->pattern_length] = '\0';
	word->begun = 1;
	return 0;
}

static int put_all(struct word *word, const char *text, int quoted)
{
	int error = 0;
	while (*text != '\0' && error == 0)
		error = put(word, *text++, quoted);
	return error;
}

static int add(wordexp_t *result, const char *text)
{
	size_t before = result->we_offs;
	char **words = realloc(result->we_wordv, (before + result->we_wordc + 2) * sizeof *words);
	if (words == NULL)
		return WRDE_NOSPACE;
	result->we_wordv = words;
	for (size_t i = 0; result->we_wordc == 0 && i < before; i++)
		words[i] = NULL;
	if (text != NULL && (words[before + result->we_wordc++] = strdup(text)) == NULL)
		return WRDE_NOSPACE;
	words[before + result->we_wordc] = NULL;
	return 0;
}

/* The word is complete: names of files take its place, if there are any. */
static int end_word(struct reader *reader)
{
	struct word *word = &reader->word;
	int error = 0;
	if (!word->begun)
		return 0;
	glob_t found;
	if (word->magic && glob(word->pattern, 0, NULL, &found) == 0) {
		for (size_t i = 0; i < found.gl_pathc && error == 0; i++)
			error = add(reader->result, found.gl_pathv[i]);
		globfree(&found);
	} else
		error = add(reader->result, word->length == 0 ? "" : word->text);
	word->length = word->pattern_length = 0;
	word->begun = word->magic = 0;
	return error;
}

/* What came of a variable or a command: outside quotes white space in it ends words. */
static int put_split(struct reader *reader, const char *value, int quoted)
{
	const char *separators = getenv("IFS");
	int error = 0;
	if (separators == NULL)
		separators = " \t\n";
	for (; *value != '\0' && error == 0; value++)
		error = !quoted && strchr(separators, *value) ? end_word(reader) : put(&reader->word, *value, 1);
	return error;
}

static int command(struct reader *reader, char close, int quoted)
{
	const char *begin = reader->at;
	int depth = 0;
	while (*reader->at != '\0' && (*reader->at != close || depth > 0)) {
		depth += close == ')' && *reader->at == '(' ? 1 : close == ')' && *reader->at == ')' ? -1 : 0;
		reader->at++;
	}
	if (*reader->at == '\0')
		return WRDE_SYNTAX;
	if (reader->flags & WRDE_NOCMD)
		return WRDE_CMDSUB;
	char *text = strndup(begin, (size_t)(reader->at++ - begin)), *output = NULL, buffer[512];
	size_t length = 0, count;
	FILE *stream = text == NULL ? NULL : popen(text, "r");
	free(text);
	if (stream == NULL)
		return WRDE_NOSPACE;
	while ((count = fread(buffer, 1, sizeof buffer, stream)) > 0) {
		char *longer = realloc(output, length + count + 1);
		if (longer == NULL)
			break;
		output = longer;
		memcpy(output + length, buffer, count);
		length += count;
	}
	pclose(stream);
	while (length > 0 && output[length - 1] == '\n')
		length--;
	int error = 0;
	if (output != NULL) {
		output[length] = '\0';
		error = put_split(reader, output, quoted);
	}
	free(output);
	return error;
}

int __word_arithmetic(char *text, long *result);
static int variable(struct reader *reader, int quoted);

/* What stands between `$((` and `))`, its variables and commands expanded, into a word of its own. */
static int read_expression(struct reader *reader)
{
	int error = 0;
	for (int depth = 1; error == 0;) {
		char c = *reader->at++;
		if (c == '\0')
			return WRDE_SYNTAX;
		if (strchr("\n;{}", c) != NULL)
			return WRDE_BADCHAR;
		depth += c == '(' ? 1 : c == ')' ? -1 : 0;
		if (depth == 0)
			return *reader->at++ == ')' ? 0 : WRDE_SYNTAX;
		error = c == '$' ? variable(reader, 1) : c == '`' ? command(reader, '`', 1) : put(&reader->word, c, 1);
	}
	return error;
}

/* Whether `((` opens an expression that `))` closes, and not a command in parentheses. */
static int is_arithmetic(const char *at)
{
	int depth = 0;
	if (at[0] != '(' || at[1] != '(')
		return 0;
	for (at += 2; *at != '\0' && (depth > 0 || *at != ')'); at++)
		depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
	return at[0] == ')' && at[1] == ')';
}

static int arithmetic(struct reader *reader)
{
	struct word word = reader->word, none = {0};
	char digits[24];
	long number = 0;
	reader->at += 2;
	reader->word = none;
	int error = read_expression(reader);
	if (error == 0 && reader->word.length > 0)
		error = __word_arithmetic(reader->word.text, &number);
	free(reader->word.text);
	free(reader->word.pattern);
	reader->word = word;
	if (error != 0)
		return error;
	snprintf(digits, sizeof digits, "%ld", number);
	return put_all(&reader->word, digits, 1);
}

/* Behind the `$`. */
static int variable(struct reader *reader, int quoted)
{
	if (is_arithmetic(reader->at))
		return arithmetic(reader);
	if (*reader->at == '(') {
		reader->at++;
		return command(reader, ')', quoted);
	}
	int braced = *reader->at == '{';
	const char *begin = reader->at + braced, *end = begin;
	while (isalnum((unsigned char)*end) || *end == '_')
		end++;
	if (end == begin && !braced)
		return put(&reader->word, '$', quoted);
	char *name = strndup(begin, (size_t)(end - begin));
	const char *value = name == NULL ? NULL : getenv(name), *other = NULL;
	char operator = 0;
	free(name);
	if (braced) {
		int colon = *end == ':';
		if (*end != '}') {
			operator = end[colon];
			other = end + colon + 1;
			if (strchr("-+", operator) == NULL || operator == '\0')
				return WRDE_SYNTAX;
			if (colon && value != NULL && *value == '\0')
				value = NULL;
			end = strchr(other, '}');
		}
		if (end == NULL || end == begin)
			return WRDE_SYNTAX;
	}
	reader->at = end + braced;
	if (operator != 0 && (value == NULL) == (operator == '-')) {
		char *chosen = strndup(other, (size_t)(end - other));
		int error = chosen == NULL ? WRDE_NOSPACE : put_split(reader, chosen, quoted);
		free(chosen);
		return error;
	}
	if (operator == '+')
		return 0;
	if (value == NULL)
		return reader->flags & WRDE_UNDEF ? WRDE_BADVAL : 0;
	return put_split(reader, value, quoted);
}

static int double_quoted(struct reader *reader)
{
	int error = 0;
	reader->word.begun = 1;
	while (error == 0 && *reader->at != '"') {
		char c = *reader->at;
		if (c == '\0')
			return WRDE_SYNTAX;
		reader->at++;
		if (c == '$')
			error = variable(reader, 1);
		else if (c == '`')
			error = command(reader, '`', 1);
		else if (c == '\\' && *reader->at != '\0' && strchr("$`\"\\\n", *reader->at) != NULL)
			error = *reader->at == '\n' ? 0 : put(&reader->word, *reader->at, 1), reader->at++;
		else
			error = put(&reader->word, c, 1);
	}
	reader->at++;
	return error;
}

static int single_quoted(struct reader *reader)
{
	int error = 0;
	reader->word.begun = 1;
	for (; error == 0 && *reader->at != '\''; reader->at++) {
		if (*reader->at == '\0')
			return WRDE_SYNTAX;
		error = put(&reader->word, *reader->at, 1);
	}
	reader->at++;
	return error;
}

/* ~ and ~user at the beginning of a word. */
static int home(struct reader *reader)
{
	size_t part = strcspn(reader->at, "/ \t\n");
	char *name = strndup(reader->at, part);
	if (name == NULL)
		return WRDE_NOSPACE;
	struct passwd *user = part > 0 ? getpwnam(name) : getpwuid(getuid());
	const char *path = part == 0 ? getenv("HOME") : NULL;
	free(name);
	if (path == NULL && user != NULL)
		path = user->pw_dir;
	if (path == NULL)
		return put(&reader->word, '~', 1);
	reader->at += part;
	return put_all(&reader->word, path, 1);
}

static int expand(struct reader *reader)
{
	int error = 0;
	while (error == 0 && *reader->at != '\0') {
		char c = *reader->at++;
		if (c == ' ' || c == '\t')
			error = end_word(reader);
		else if (strchr("\n|&;<>(){}", c) != NULL)
			return WRDE_BADCHAR;
		else if (c == '\'')
			error = single_quoted(reader);
		else if (c == '"')
			error = double_quoted(reader);
		else if (c == '$')
			error = variable(reader, 0);
		else if (c == '`')
			error = command(reader, '`', 0);
		else if (c == '~' && !reader->word.begun)
			error = home(reader);
		else if (c == '\\') {
			if (*reader->at == '\0')
				return WRDE_SYNTAX;
			if (*reader->at != '\n')
				error = put(&reader->word, *reader->at, 1);
			reader->at++;
		} else
			error = put(&reader->word, c, 0);
	}
	return error == 0 ? end_word(reader) : error;
}

void wordfree(wordexp_t *result)
{
	for (size_t i = 0; result->we_wordv != NULL && i < result->we_wordc; i++)
		free(result->we_wordv[result->we_offs + i]);
	free(result->we_wordv);
	result->we_wordv = NULL;
	result->we_wordc = 0;
}

int wordexp(const char *words, wordexp_t *result, int flags)
{
	struct reader reader = {words, flags, result, {0}};
	if (flags & WRDE_REUSE)
		wordfree(result);
	if (!(flags & WRDE_APPEND)) {
		result->we_wordc = 0;
		result->we_wordv = NULL;
		if (!(flags & WRDE_DOOFFS))
			result->we_offs = 0;
	}
	int error = add(result, NULL);
	if (error == 0)
		error = expand(&reader);
	free(reader.word.text);
	free(reader.word.pattern);
	if (error != 0 && error != WRDE_NOSPACE && !(flags & WRDE_APPEND))
		wordfree(result);
	return error;
}
