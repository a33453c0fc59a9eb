/* A command as text again, for the list of jobs. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "sh.h"

static struct buffer out;

static void say(const char *text)
{
	put_text(&out, text, 0);
}

static void say_letter(char letter)
{
	char text[2] = {letter, 0};
	say(text);
}

/* Behind the bracket that closes the one at `at`; quoted ones do not count. */
static const char *behind(const char *at, char open, char close)
{
	int depth = 0;
	for (char quote = 0; *at; at++) {
		if (*at == '\\' && quote != '\'' && at[1])
			at++;
		else if (quote ? *at == quote : *at == '"' || *at == '\'')
			quote = quote ? 0 : *at;
		else if (!quote)
			depth += *at == open ? 1 : *at == close ? -1 : 0;
		if (depth == 0)
			return at + 1;
	}
	return at;
}

/* What begins with a dollar or a backquote: a name stands in braces, a command is left out. Where it goes on. */
static const char *say_substitution(const char *at)
{
	const char *end = at + 1;
	if (*at == '`') {
		while (*end && *end != '`')
			end += *end == '\\' && end[1] ? 2 : 1;
		say("$(...)");
		return end + (*end != 0);
	}
	if (*end == '{' || strncmp(end, "((", 2) == 0) {
		end = *end == '{' ? behind(end, '{', '}') : behind(end, '(', ')');
		while (at < end)
			say_letter(*at++);
		return end;
	}
	if (*end == '(') {
		say("$(...)");
		return behind(end, '(', ')');
	}
	if (isalpha((unsigned char)*end) || *end == '_')
		while (isalnum((unsigned char)*end) || *end == '_')
			end++;
	else if (*end && strchr("0123456789?$!#@*-", *end))
		end++;
	if (end == at + 1) {
		say("\\$");
		return end;
	}
	say("${");
	while (++at < end)
		say_letter(*at);
	say("}");
	return end;
}

/* As dash writes a word: whatever quotes it had are double ones, and a backslash stands before what is special in them. */
static void say_word(const char *at)
{
	char quote = 0;
	while (*at) {
		if (quote ? *at == quote : *at == '"' || *at == '\'') {
			quote = quote ? 0 : *at;
			say("\"");
			at++;
		} else if (quote != '\'' && (*at == '$' || *at == '`')) {
			at = say_substitution(at);
		} else if (quote != '\'' && *at == '\\' && at[1] && (!quote || strchr("$`\"\\", at[1]))) {
			say_letter(at[1]);
			at += 2;
		} else {
			if (quote && strchr("'\\\"$", *at))
				say("\\");
			say_letter(*at++);
		}
	}
}

static void say_words(const struct word *words, const char *before)
{
	for (; words; words = words->next) {
		say(before);
		say_word(words->text);
		before = " ";
	}
}

static void say_redirects(const struct redirect *redirect)
{
	static const char *const operators[] = {"<", ">", ">|", ">>", "<>", ">&", "<<..."};
	for (; redirect; redirect = redirect->next) {
		char fd[2] = {'0' + redirect->fd % 10, 0};
		say(" ");
		say(fd);
		say(redirect->reading ? "<&" : operators[redirect->kind]);
		if (redirect->kind != HERE)
			say_word(redirect->text);
	}
}

static void say_node(const struct node *node);

static void say_two(const struct node *node, const char *between)
{
	say_node(node->first);
	say(between);
	say_node(node->second);
}

static void say_compound(const struct node *node)
{
	switch (node->kind) {
	case SUBSHELL:
		say("(");
		say_node(node->first);
		say(")");
		break;
	case IF:
		say("if ");
		say_node(node->first);
		say("; then ");
		say_node(node->second);
		if (node->third) {
			say("; else ");
			say_node(node->third);
		}
		say("; fi");
		break;
	case WHILE:
	case UNTIL:
		say(node->kind == WHILE ? "while " : "until ");
		say_two(node, "; do ");
		say("; done");
		break;
	case FOR:
		say("for ");
		say(node->name);
		say(" in");
		say_words(node->words, " ");
		say("; do ");
		say_node(node->second);
		say("; done");
		break;
	case CASE:
		say("case ");
		say(node->name);
		say(" in ... esac");
		break;
	default:
		say_node(node->first);
	}
	say_redirects(node->redirects);
}

static void say_node(const struct node *node)
{
	switch (node->kind) {
	case SIMPLE:
		say_words(node->assignments, "");
		say_words(node->words, node->assignments ? " " : "");
		say_redirects(node->redirects);
		break;
	case PIPELINE:
		for (const struct node *part = node->first; part; part = part->next) {
			if (part != node->first)
				say(" | ");
			say_node(part);
		}
		break;
	case AND:
		say_two(node, " && ");
		break;
	case OR:
		say_two(node, " || ");
		break;
	case SEQUENCE:
		say_two(node, "; ");
		break;
	case BACKGROUND:
		say_node(node->first);
		break;
	case NOT:
		say("! ");
		say_node(node->first);
		break;
	case FUNCTION:
		say(node->name);
		say("() { ... }");
		break;
	default:
		say_compound(node);
	}
}

/* To be freed by the caller. */
char *command_text(const struct node *node)
{
	memset(&out, 0, sizeof out);
	if (node)
		say_node(node);
	put(&out, 0, 0);
	free(out.how);
	return out.text;
}
