/* A command as text again, for the list of jobs. */
#include <stdlib.h>
#include <string.h>
#include "sh.h"

static struct buffer out;

static void say(const char *text)
{
	put_text(&out, text, 0);
}

static void say_words(const struct word *words, const char *before)
{
	for (; words; words = words->next) {
		say(before);
		say(words->text);
		before = " ";
	}
}

static void say_redirects(const struct redirect *redirect)
{
	static const char *const operators[] = {"<", ">", ">|", ">>", "<>", ">&", "<<..."};
	for (; redirect; redirect = redirect->next) {
		char fd[2] = {'0' + redirect->fd % 10, 0};
		int usual = redirect->kind == FROM || redirect->kind == BOTH || redirect->kind == HERE || redirect->reading;
		say(" ");
		if (redirect->fd != !usual)
			say(fd);
		say(redirect->reading ? "<&" : operators[redirect->kind]);
		if (redirect->kind != HERE)
			say(redirect->text);
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
