/* Expansion: variables, commands, arithmetic, then fields and names of files. See POSIX 2.6. */
#include <ctype.h>
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sh.h"

/* How a character came to be: it decides whether it splits fields or is part of a pattern. */
enum how { LITERAL, QUOTED, SPLIT, FIELD_BREAK, EMPTY };
/* What the characters around mean: in here-documents quotes are nothing special. */
enum where { OUTSIDE, IN_QUOTES, IN_HERE };

int substituted = -1;

static void expand_into(struct buffer *out, const char *raw, const char *end, enum where where);

static void let_go(struct buffer *buffer)
{
	free(buffer->text);
	free(buffer->how);
}

static const char *after_quote(const char *at, const char *end)
{
	char quote = *at++;
	while (at < end && *at != quote) {
		if (*at == '\\' && quote != '\'')
			at++;
		at++;
	}
	return at + 1;
}

/* The place of the bracket that closes the one at `at`. */
static const char *closing(const char *at, const char *end, char open, char close)
{
	struct cases cases = {0};
	at++;
	while (at < end) {
		int c = 'x';
		if (*at == '\\')
			at += 2;
		else if (*at == '\'' || *at == '"' || *at == '`')
			at = after_quote(at, end);
		else if (*at == open) {
			at = closing(at, end, open, close) + 1;
			c = close;
		} else if (*at == close && !(close == ')' && ends_pattern(&cases)))
			return at;
		else
			c = *at++;
		note_letter(&cases, c);
	}
	return end;
}

/* ---- commands ---- */

static void run_substitution(struct buffer *out, const char *command, enum where where)
{
	int ends[2];
	int newlines = 0;
	char bytes[512];
	ssize_t count;
	if (pipe(ends) == -1)
		fail("Pipe call failed");
	pid_t pid = fork_for(NULL, 0);
	if (pid == 0) {
		close(ends[0]);
		if (ends[1] != 1) {
			dup2(ends[1], 1);
			close(ends[1]);
		}
		tested = 0;
		leave(run_text(command, MAY_EXIT));
	}
	close(ends[1]);
	while ((count = read(ends[0], bytes, sizeof bytes)) != 0) {
		if (count == -1 && errno == EINTR)
			continue;
		if (count == -1)
			break;
		for (ssize_t i = 0; i < count; i++) {
			if (bytes[i] == '\n') {
				newlines++;
				continue;
			}
			for (; newlines > 0; newlines--)
				put(out, '\n', where == OUTSIDE ? SPLIT : QUOTED);
			if (bytes[i])
				put(out, bytes[i], where == OUTSIDE ? SPLIT : QUOTED);
		}
	}
	close(ends[0]);
	struct job one = {0};
	one.count = 1;
	one.processes[0].pid = pid;
	substituted = wait_for_job(&one);
}

static const char *backquoted(struct buffer *out, const char *at, const char *end, enum where where)
{
	struct buffer command = {0};
	put(&command, 0, 0);
	command.length = 0;
	for (at++; at < end && *at != '`'; at++) {
		if (*at == '\\' && at + 1 < end && (strchr("$`\\", at[1]) || (where == IN_QUOTES && at[1] == '"')))
			at++;
		put(&command, *at, 0);
	}
	run_substitution(out, command.text, where);
	let_go(&command);
	return at + 1;
}

/* ---- parameters ---- */

static void put_value(struct buffer *out, const char *value, enum where where)
{
	put_text(out, value, where == OUTSIDE ? SPLIT : QUOTED);
}

static void put_arguments(struct buffer *out, char which, enum where where)
{
	const char *ifs = value_of("IFS");
	char separator = ifs == NULL ? ' ' : *ifs;
	if (argument_count == 0 && which == '@' && where == IN_QUOTES && out->length > 0 &&
		out->how[out->length - 1] == EMPTY)
		out->length--;
	for (int i = 0; i < argument_count; i++) {
		if (i > 0) {
			/* Where there are no fields, as in an assignment, the separator joins them. */
			if (which == '@' || where == OUTSIDE)
				put(out, separator, FIELD_BREAK);
			else if (separator)
				put(out, separator, QUOTED);
		}
		if (where != OUTSIDE && which == '@')
			put(out, ' ', EMPTY);
		put_value(out, arguments[i], where);
	}
}

/* The value of anything but $@ and $*; NULL when it is not set. */
static const char *parameter(const char *name)
{
	static char number[24];
	switch (*name) {
	case '?':
		snprintf(number, sizeof number, "%d", status);
		return number;
	case '$':
		snprintf(number, sizeof number, "%d", (int)shell_pid);
		return number;
	case '#':
		snprintf(number, sizeof number, "%d", argument_count);
		return number;
	case '!':
		if (last_background == 0)
			return NULL;
		snprintf(number, sizeof number, "%d", (int)last_background);
		return number;
	case '-':
		return option_letters();
	}
	if (isdigit((unsigned char)*name)) {
		long index = strtol(name, NULL, 10);
		if (index == 0)
			return shell_name;
		return index <= argument_count ? arguments[index - 1] : NULL;
	}
	return value_of(name);
}

/* The value of an assignment is being expanded: a tilde may stand behind each colon. */
static int assigned;

static char *expand_range(const char *from, const char *end, enum where where)
{
	struct buffer out = {0};
	put(&out, 0, 0);
	out.length = 0;
	expand_into(&out, from, end, where);
	char *text = keep(out.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < out.length; i++) {
		if (out.how[i] != EMPTY && out.text[i])
			text[length++] = out.text[i];
	}
	let_go(&out);
	return text;
}

static char *pattern_range(const char *from, const char *end)
{
	struct buffer out = {0};
	put(&out, 0, 0);
	out.length = 0;
	expand_into(&out, from, end, OUTSIDE);
	char *text = keep(out.length * 2 + 1);
	size_t length = 0;
	for (size_t i = 0; i < out.length; i++) {
		if (out.how[i] == EMPTY || out.text[i] == 0)
			continue;
		if ((out.how[i] == QUOTED && strchr("*?[]\\-!", out.text[i])) || (out.how[i] == SPLIT && out.text[i] == '\\'))
			text[length++] = '\\';
		text[length++] = out.text[i];
	}
	let_go(&out);
	return text;
}

/* ${name%pattern} and its like: the value without its shortest or longest matching beginning or end. */
static const char *trimmed(const char *value, const char *pattern, int beginning, int longest)
{
	size_t length = strlen(value);
	for (size_t i = 0; i <= length; i++) {
		size_t size = longest ? length - i : i;
		char *part = beginning ? keep_text(value, size) : keep_text(value + length - size, size);
		if (matches(pattern, part))
			return beginning ? value + size : keep_text(value, length - size);
	}
	return value;
}

static _Noreturn void not_set(const char *name, const char *from, const char *end, int or_null)
{
	if (from < end)
		fail("%s: %s", name, expand_range(from, end, OUTSIDE));
	fail("%s: parameter not set%s", name, or_null ? " or null" : "");
}

static void put_length(struct buffer *out, const char *name, enum where where)
{
	char number[24];
	const char *value = parameter(name);
	if (value == NULL && options.nounset)
		fail("%s: parameter not set", name);
	snprintf(number, sizeof number, "%zu", value ? strlen(value) : 0);
	put_value(out, number, where);
}

/* The word of ${name-word}: what is not quoted in it splits fields. */
static void expand_word(struct buffer *out, const char *at, const char *end, enum where where)
{
	size_t from = out->length;
	expand_into(out, at, end, where);
	for (size_t i = from; i < out->length; i++)
		if (out->how[i] == LITERAL)
			out->how[i] = SPLIT;
}

/* What is between the braces of ${…}. */
static void braced(struct buffer *out, const char *at, const char *end, enum where where)
{
	const char *name_from = at;
	if (*at == '#' && at + 1 < end && !strchr("-=?+:%#}", at[1])) {
		char *name = keep_text(at + 1, end - at - 1);
		if (!is_name(name, strlen(name)) && name[strspn(name, "0123456789")] && name[1])
			fail("Bad substitution");
		put_length(out, name, where);
		return;
	}
	if (isdigit((unsigned char)*at))
		while (at < end && isdigit((unsigned char)*at))
			at++;
	else if (isalpha((unsigned char)*at) || *at == '_')
		while (at < end && (isalnum((unsigned char)*at) || *at == '_'))
			at++;
	else
		at++;
	char *name = keep_text(name_from, at - name_from);
	int list = *name == '@' || *name == '*';
	const char *value = list ? (argument_count ? "x" : NULL) : parameter(name);
	int colon = at < end && *at == ':';
	at += colon;
	if (colon && at == end)
		fail("Syntax error: Missing '}'");
	if (where == IN_HERE)
		where = IN_QUOTES;
	int missing = value == NULL || (colon && *value == 0);
	char operator = at < end ? *at++ : 0;
	switch (operator) {
	case 0:
		break;
	case '-':
		if (missing) {
			expand_word(out, at, end, where);
			return;
		}
		break;
	case '+':
		if (!missing)
			expand_word(out, at, end, where);
		return;
	case '=':
		if (missing) {
			if (!is_name(name, strlen(name)))
				fail("Bad substitution");
			assign(name, expand_range(at, end, where));
			value = value_of(name);
		}
		break;
	case '?':
		if (missing)
			not_set(name, at, end, colon);
		break;
	case '%':
	case '#': {
		int longest = at < end && *at == operator;
		const char *pattern = pattern_range(at + longest, end);
		if (value)
			value = trimmed(value, pattern, operator == '#', longest);
		break;
	}
	default:
		fail("Bad substitution");
	}
	if (list)
		put_arguments(out, *name, where);
	else if (value)
		put_value(out, value, where);
	else if (options.nounset)
		fail("%s: parameter not set", name);
}

/* After `$`. */
static const char *dollar(struct buffer *out, const char *at, const char *end, enum where where)
{
	const char *close;
	if (at < end && *at == '(') {
		close = closing(at, end, '(', ')');
		if (at[1] == '(' && close > at + 1 && close[-1] == ')' && closing(at + 1, end, '(', ')') == close - 1) {
			char number[24];
			char *text = expand_range(at + 2, close - 1, IN_HERE);
			snprintf(number, sizeof number, "%ld", arithmetic(text));
			put_value(out, number, where);
		} else {
			run_substitution(out, keep_text(at + 1, close - at - 1), where);
		}
		return close < end ? close + 1 : end;
	}
	if (at < end && *at == '{') {
		close = closing(at, end, '{', '}');
		if (close == at + 1)
			fail("Bad substitution");
		braced(out, at + 1, close, where);
		return close < end ? close + 1 : end;
	}
	size_t length = 0;
	if (at < end && (isalpha((unsigned char)*at) || *at == '_'))
		while (at + length < end && (isalnum((unsigned char)at[length]) || at[length] == '_'))
			length++;
	else if (at < end && *at && (isdigit((unsigned char)*at) || strchr("@*#?$!-", *at)))
		length = 1;
	if (length == 0) {
		put(out, '$', where == OUTSIDE ? LITERAL : QUOTED);
		return at;
	}
	braced(out, at, at + length, where);
	return at + length;
}

/* `~` or `~name`, up to a slash or what else ends it; as it stands when there is no such home. */
static const char *tilde(struct buffer *out, const char *at, const char *end, int in_assignment)
{
	const char *last = at + 1;
	while (last < end && *last != '/' && !(in_assignment && *last == ':') && !strchr("\\'\"$`", *last))
		last++;
	const char *home = NULL;
	if (last == end || *last == '/' || *last == ':') {
		struct passwd *user = last == at + 1 ? NULL : getpwnam(keep_text(at + 1, last - at - 1));
		home = last == at + 1 ? value_of("HOME") : user ? user->pw_dir : NULL;
	}
	if (home == NULL) {
		put(out, '~', LITERAL);
		return at + 1;
	}
	put_text(out, home, QUOTED);
	return last;
}

static const char *double_quoted(struct buffer *out, const char *at, const char *end)
{
	const char *from = ++at;
	while (at < end && *at != '"') {
		if (*at == '\\')
			at++;
		else if (*at == '$' && at + 1 < end && (at[1] == '(' || at[1] == '{')) {
			at = closing(at + 1, end, at[1], at[1] == '(' ? ')' : '}');
		} else if (*at == '`') {
			at = after_quote(at, end) - 1;
		}
		at++;
	}
	put(out, ' ', EMPTY);
	expand_into(out, from, at, IN_QUOTES);
	return at + 1;
}

static void expand_into(struct buffer *out, const char *at, const char *end, enum where where)
{
	int in_assignment = assigned;
	assigned = 0;
	if (where == OUTSIDE && at < end && *at == '~')
		at = tilde(out, at, end, in_assignment);
	while (at < end) {
		char c = *at;
		if (in_assignment && c == ':' && at + 1 < end && at[1] == '~') {
			put(out, c, LITERAL);
			at = tilde(out, at + 1, end, 1);
		} else if (c == '$') {
			at = dollar(out, at + 1, end, where);
		} else if (c == '`') {
			at = backquoted(out, at, end, where);
		} else if (c == '\\' && at + 1 < end) {
			at++;
			if (*at == '\n') {
				at++;
				continue;
			}
			if (where != OUTSIDE && !strchr(where == IN_QUOTES ? "$`\"\\}" : "$`\\", *at))
				put(out, '\\', QUOTED);
			put(out, *at++, QUOTED);
		} else if (where == OUTSIDE && c == '\'') {
			put(out, ' ', EMPTY);
			for (at++; at < end && *at != '\''; at++)
				put(out, *at, QUOTED);
			at++;
		} else if (c == '"' && where != IN_HERE) {
			at = double_quoted(out, at, end);
		} else {
			put(out, c, where == OUTSIDE ? LITERAL : QUOTED);
			at++;
		}
	}
}

/* ---- fields ---- */

struct fields {
	char **list;
	int count, room;
	struct buffer text;
	int exists;
};

static void add_field(struct fields *fields, char *field)
{
	if (fields->count + 1 >= fields->room) {
		int room = fields->room * 2 + 16;
		char **list = keep(room * sizeof *list);
		if (fields->count)
			memcpy(list, fields->list, fields->count * sizeof *list);
		fields->list = list;
		fields->room = room;
	}
	fields->list[fields->count++] = field;
}

static void end_field(struct fields *fields)
{
	struct buffer *text = &fields->text;
	int pattern = 0;
	if (!fields->exists)
		return;
	for (size_t i = 0; i < text->length; i++)
		pattern |= text->how[i] != QUOTED && strchr("*?[", text->text[i]) != NULL;
	int done = 0;
	if (pattern && !options.noglob) {
		char *escaped = keep(text->length * 2 + 1);
		size_t length = 0;
		for (size_t i = 0; i < text->length; i++) {
			if ((text->how[i] == QUOTED && strchr("*?[]\\-!", text->text[i])) || text->text[i] == '\\')
				escaped[length++] = '\\';
			escaped[length++] = text->text[i];
		}
		done = glob_into(escaped, &fields->list, &fields->count, &fields->room);
	}
	if (!done)
		add_field(fields, keep_text(text->text ? text->text : "", text->length));
	text->length = 0;
	fields->exists = 0;
}

static int splits(const struct buffer *out, size_t i, const char *ifs)
{
	return i < out->length && out->how[i] == SPLIT && strchr(ifs, out->text[i]) != NULL;
}

static int is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static void split(struct fields *fields, const struct buffer *out)
{
	const char *ifs = value_of("IFS");
	if (ifs == NULL)
		ifs = " \t\n";
	for (size_t i = 0; i < out->length; i++) {
		if (out->how[i] == FIELD_BREAK) {
			end_field(fields);
		} else if (out->how[i] == EMPTY) {
			fields->exists = 1;
		} else if (splits(out, i, ifs)) {
			int had = fields->exists;
			while (splits(out, i, ifs) && is_blank(out->text[i]))
				i++;
			if (splits(out, i, ifs)) {
				/* One separator that is no blank, with the blanks around it. */
				fields->exists = 1;
				end_field(fields);
				while (splits(out, i + 1, ifs) && is_blank(out->text[i + 1]))
					i++;
			} else {
				if (had)
					end_field(fields);
				i--;
			}
		} else {
			put(&fields->text, out->text[i], out->how[i]);
			fields->exists = 1;
		}
	}
	end_field(fields);
}

static int looks_assigned(const char *text)
{
	const char *equals = strchr(text, '=');
	return equals && is_name(text, equals - text);
}

/* export, readonly, local and alias: `name=value` among their arguments is no field to be split. */
static int takes_assignments(char **words, int count)
{
	static const char *const names[] = {"export", "readonly", "local", "alias"};
	int at = strcmp(words[0], "command") == 0 && count > 1;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(words[at], names[i]) == 0)
			return 1;
	return 0;
}

static char *expand_assignment(const char *raw)
{
	size_t length = strcspn(raw, "=") + 1;
	const char *value = expand_value(raw + length);
	char *whole = keep(length + strlen(value) + 1);
	memcpy(whole, raw, length);
	strcpy(whole + length, value);
	return whole;
}

char **expand_words(const struct word *words, int *count)
{
	struct fields fields = {0};
	for (; words; words = words->next) {
		struct buffer out = {0};
		if (fields.count && looks_assigned(words->text) && takes_assignments(fields.list, fields.count)) {
			add_field(&fields, expand_assignment(words->text));
			continue;
		}
		expand_into(&out, words->text, words->text + strlen(words->text), OUTSIDE);
		split(&fields, &out);
		let_go(&out);
	}
	let_go(&fields.text);
	*count = fields.count;
	if (fields.list == NULL)
		fields.list = keep(sizeof *fields.list);
	fields.list[fields.count] = NULL;
	return fields.list;
}

char *expand_text(const char *raw)
{
	return expand_range(raw, raw + strlen(raw), OUTSIDE);
}

char *expand_value(const char *raw)
{
	assigned = 1;
	return expand_text(raw);
}

char *expand_pattern(const char *raw)
{
	return pattern_range(raw, raw + strlen(raw));
}

char *expand_here(const char *raw)
{
	return expand_range(raw, raw + strlen(raw), IN_HERE);
}
