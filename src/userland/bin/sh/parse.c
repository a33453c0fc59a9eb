/* The grammar of the shell: characters become words and operators, and these become commands. See POSIX 2.10. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "sh.h"

enum token {
	T_END, T_NEWLINE, T_WORD, T_AMP, T_AND, T_SEMI, T_DSEMI, T_PIPE, T_OR, T_OPEN, T_CLOSE,
	T_LESS, T_GREAT, T_DLESS, T_DLESSDASH, T_DGREAT, T_LESSAND, T_GREATAND, T_LESSGREAT, T_CLOBBER
};

static const char *const token_text[] = {
	"end of file", "newline", "word", "&", "&&", ";", ";;", "|", "||", "(", ")",
	"<", ">", "<<", "<<-", ">>", "<&", ">&", "<>", ">|"
};

static const char *const reserved[] = {
	"!", "case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then", "until", "while", "{", "}"
};

int is_reserved(const char *word)
{
	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
		if (strcmp(word, reserved[i]) == 0)
			return 1;
	return 0;
}

static enum token token;
static char *text;
/* The number before < or >, or -1. */
static int number;
static int peeked;
/* An alias that ends in a blank lets the next word be one, too. */
static int after_blank_alias;
int at_end;

/* A here-document whose text begins after this line. */
struct pending {
	struct pending *next;
	struct redirect *redirect;
	char *delimiter;
	int strip;
};
static struct pending *pending;

/* What stands where it may not, as a complaint names it. */
static const char *culprit(void)
{
	if (token == T_END || token == T_NEWLINE)
		return token_text[token];
	if (token == T_WORD && !is_reserved(text))
		return "word";
	if (token >= T_LESS)
		return "redirection";
	const char *name = token == T_WORD ? text : token_text[token];
	char *quoted = keep(strlen(name) + 3);
	quoted[0] = '"';
	strcpy(quoted + 1, name);
	return strcat(quoted, "\"");
}

static _Noreturn void syntax(void)
{
	fail("Syntax error: %s unexpected", culprit());
}

static _Noreturn void expected(const char *what)
{
	fail("Syntax error: %s unexpected (expecting %s%s%s)", culprit(), what ? "\"" : "", what ? what : "word",
		what ? "\"" : "");
}

/* ---- characters to words ---- */

static int get(void)
{
	for (;;) {
		int c = next_char();
		if (c != '\\')
			return c;
		int next = next_char();
		if (next == '\n')
			continue;
		if (next != END)
			back(next);
		return c;
	}
}

static void take_balanced(struct buffer *word, int close);

static _Noreturn void unterminated(void)
{
	fail("Syntax error: Unterminated quoted string");
}

static void take_single(struct buffer *word)
{
	int c;
	put(word, '\'', 0);
	while ((c = next_char()) != '\'') {
		if (c == END)
			unterminated();
		put(word, c, 0);
	}
	put(word, '\'', 0);
}

static void take_backquote(struct buffer *word)
{
	int c;
	put(word, '`', 0);
	while ((c = next_char()) != '`') {
		if (c == END)
			fail("Syntax error: EOF in backquote substitution");
		put(word, c, 0);
		if (c == '\\') {
			c = next_char();
			if (c != END)
				put(word, c, 0);
		}
	}
	put(word, '`', 0);
}

static void take_dollar(struct buffer *word)
{
	int c = get();
	put(word, '$', 0);
	if (c == '(')
		take_balanced(word, ')');
	else if (c == '{')
		take_balanced(word, '}');
	else if (c != END)
		back(c);
}

static void take_double(struct buffer *word)
{
	int c;
	put(word, '"', 0);
	while ((c = next_char()) != '"') {
		if (c == END)
			unterminated();
		if (c == '\\') {
			c = next_char();
			if (c == '\n')
				continue;
			put(word, '\\', 0);
			if (c != END)
				put(word, c, 0);
		} else if (c == '`') {
			take_backquote(word);
		} else if (c == '$') {
			take_dollar(word);
		} else {
			put(word, c, 0);
		}
	}
	put(word, '"', 0);
}

static void take_balanced(struct buffer *word, int close)
{
	int open = close == ')' ? '(' : '{';
	struct cases cases = {0};
	put(word, open, 0);
	for (;;) {
		int c = next_char();
		int noted = c == '\\' || c == '\'' || c == '"' || c == '`' || c == '$' ? 'x' : c;
		switch (c) {
		case END:
			if (close == '}')
				fail("Syntax error: Missing '}'");
			fail("Syntax error: end of file unexpected (expecting \")\")");
		case '\\':
			put(word, c, 0);
			if ((c = next_char()) != END)
				put(word, c, 0);
			break;
		case '\'':
			take_single(word);
			break;
		case '"':
			take_double(word);
			break;
		case '`':
			take_backquote(word);
			break;
		case '$':
			take_dollar(word);
			break;
		default:
			if (c == '(' && close == ')')
				take_balanced(word, close);
			else
				put(word, c, 0);
			if (c == close && !(close == ')' && ends_pattern(&cases)))
				return;
		}
		note_letter(&cases, noted);
	}
}

static int ends_word(int c)
{
	return c == END || strchr(" \t\n|&;<>()", c) != NULL;
}

static enum token take_word(int c)
{
	struct buffer word = {0};
	for (;; c = get()) {
		if (ends_word(c))
			break;
		if (c == '\\') {
			put(&word, c, 0);
			if ((c = next_char()) != END)
				put(&word, c, 0);
		} else if (c == '\'') {
			take_single(&word);
		} else if (c == '"') {
			take_double(&word);
		} else if (c == '`') {
			take_backquote(&word);
		} else if (c == '$') {
			take_dollar(&word);
		} else {
			put(&word, c, 0);
		}
	}
	if (c != END)
		back(c);
	text = keep_text(word.text, word.length);
	free(word.text);
	free(word.how);
	if ((c == '<' || c == '>') && isdigit((unsigned char)text[0]) && text[1] == 0) {
		number = atoi(text);
		return T_NEWLINE;
	}
	return T_WORD;
}

static void read_here(struct pending *here)
{
	struct buffer body = {0};
	struct buffer row = {0};
	int c;
	put(&body, 0, 0);
	body.length = 0;
	for (;;) {
		row.length = 0;
		put(&row, 0, 0);
		row.length = 0;
		c = next_char();
		while (here->strip && c == '\t')
			c = next_char();
		while (c != '\n' && c != END) {
			put(&row, c, 0);
			c = next_char();
		}
		if (strcmp(row.text, here->delimiter) == 0 || (c == END && row.length == 0))
			break;
		put_text(&body, row.text, 0);
		if (c == END)
			break;
		put(&body, '\n', 0);
	}
	here->redirect->text = keep_text(body.text, body.length);
	free(body.text);
	free(body.how);
	free(row.text);
	free(row.how);
}

static void read_heres(void)
{
	struct pending *all = pending;
	pending = NULL;
	for (; all; all = all->next)
		read_here(all);
}

static enum token after(int c, enum token with, enum token without)
{
	int next = get();
	if (next == c)
		return with;
	if (next != END)
		back(next);
	return without;
}

static enum token scan(void)
{
	int c;
	number = -1;
	after_blank_alias = end_aliases(0);
	do
		c = get();
	while (c == ' ' || c == '\t');
	after_blank_alias |= end_aliases(1);
	if (c == '#') {
		do
			c = next_char();
		while (c != '\n' && c != END);
	}
	switch (c) {
	case END:
		return T_END;
	case '\n':
		read_heres();
		return T_NEWLINE;
	case '&':
		return after('&', T_AND, T_AMP);
	case ';':
		return after(';', T_DSEMI, T_SEMI);
	case '|':
		return after('|', T_OR, T_PIPE);
	case '(':
		return T_OPEN;
	case ')':
		return T_CLOSE;
	case '<':
	case '>':
		break;
	default: {
		enum token found = take_word(c);
		if (found == T_WORD)
			return found;
		c = next_char();
	}
	}
	int next = get();
	if (c == '<') {
		if (next == '<')
			return after('-', T_DLESSDASH, T_DLESS);
		if (next == '&')
			return T_LESSAND;
		if (next == '>')
			return T_LESSGREAT;
	} else {
		if (next == '>')
			return T_DGREAT;
		if (next == '&')
			return T_GREATAND;
		if (next == '|')
			return T_CLOBBER;
	}
	if (next != END)
		back(next);
	return c == '<' ? T_LESS : T_GREAT;
}

static enum token peek(void)
{
	if (!peeked) {
		token = scan();
		peeked = 1;
	}
	return token;
}

static void advance(void)
{
	peek();
	peeked = 0;
}

static int word_is(const char *word)
{
	return peek() == T_WORD && strcmp(text, word) == 0;
}

static void skip_newlines(void)
{
	while (peek() == T_NEWLINE)
		advance();
}

static void need(const char *word)
{
	skip_newlines();
	if (!word_is(word))
		expected(word);
	advance();
}

/* ---- words to commands ---- */

static struct node *list(void);
static struct node *and_or(void);

static struct node *new_node(enum kind kind)
{
	struct node *node = keep(sizeof *node);
	node->kind = kind;
	node->line = reading - (peeked && token == T_NEWLINE);
	return node;
}

static struct word *new_word(void)
{
	struct word *word = keep(sizeof *word);
	word->text = text;
	return word;
}

int is_name(const char *name, size_t length)
{
	if (length == 0 || !(isalpha((unsigned char)name[0]) || name[0] == '_'))
		return 0;
	for (size_t i = 1; i < length; i++)
		if (!(isalnum((unsigned char)name[i]) || name[i] == '_'))
			return 0;
	return 1;
}

static int is_assignment(void)
{
	const char *equals = strchr(text, '=');
	return equals && is_name(text, equals - text);
}

static int ends_list(void)
{
	static const char *const enders[] = {"then", "else", "elif", "fi", "do", "done", "esac", "}"};
	enum token next = peek();
	if (next == T_END || next == T_CLOSE || next == T_DSEMI)
		return 1;
	for (size_t i = 0; i < sizeof enders / sizeof *enders; i++)
		if (word_is(enders[i]))
			return 1;
	return 0;
}

static char *unquoted(const char *raw, int *quoted)
{
	char *plain = keep(strlen(raw) + 1);
	char *to = plain;
	*quoted = 0;
	for (; *raw; raw++) {
		if (*raw == '\'' || *raw == '"')
			*quoted = 1;
		else if (*raw == '\\' && raw[1]) {
			*quoted = 1;
			*to++ = *++raw;
		} else
			*to++ = *raw;
	}
	return plain;
}

static struct redirect *redirection(void)
{
	struct redirect *redirect = keep(sizeof *redirect);
	enum token operator = peek();
	redirect->fd = number;
	advance();
	if (peek() != T_WORD)
		syntax();
	redirect->text = text;
	switch (operator) {
	case T_LESS:
		redirect->kind = FROM;
		break;
	case T_LESSGREAT:
		redirect->kind = BOTH;
		break;
	case T_GREAT:
		redirect->kind = TO;
		break;
	case T_CLOBBER:
		redirect->kind = OVER;
		break;
	case T_DGREAT:
		redirect->kind = APPEND;
		break;
	case T_LESSAND:
	case T_GREATAND:
		redirect->kind = COPY;
		redirect->reading = operator == T_LESSAND;
		break;
	default: {
		struct pending *here = keep(sizeof *here);
		struct pending **end = &pending;
		redirect->kind = HERE;
		here->redirect = redirect;
		here->strip = operator == T_DLESSDASH;
		here->delimiter = unquoted(text, &redirect->literal);
		while (*end)
			end = &(*end)->next;
		*end = here;
	}
	}
	if (redirect->fd < 0)
		redirect->fd = operator == T_LESS || operator == T_LESSGREAT || operator == T_LESSAND ||
			operator == T_DLESS || operator == T_DLESSDASH ? 0 : 1;
	advance();
	return redirect;
}

static int is_redirection(void)
{
	return peek() >= T_LESS;
}

static struct redirect *redirections(void)
{
	struct redirect *first = NULL;
	struct redirect **end = &first;
	while (is_redirection()) {
		*end = redirection();
		end = &(*end)->next;
	}
	return first;
}

static struct node *function(struct node *node)
{
	node->kind = FUNCTION;
	node->name = node->words->text;
	node->words = NULL;
	if (!is_name(node->name, strlen(node->name)))
		fail("Syntax error: Bad function name");
	advance();
	if (peek() == T_WORD)
		fail("Syntax error: word unexpected (expecting \")\")");
	if (peek() != T_CLOSE)
		expected(")");
	advance();
	skip_newlines();
	node->first = and_or();
	return node;
}

static void expand_aliases(void)
{
	while (peek() == T_WORD && !is_reserved(text) && read_alias(text))
		peeked = 0;
}

static struct node *simple(void)
{
	struct node *node = new_node(SIMPLE);
	struct word **assignment = &node->assignments;
	struct word **word = &node->words;
	struct redirect **redirect = &node->redirects;
	for (;;) {
		if (is_redirection()) {
			*redirect = redirection();
			redirect = &(*redirect)->next;
		} else if (peek() == T_WORD) {
			if ((node->words == NULL && !is_assignment()) || after_blank_alias) {
				expand_aliases();
				if (peek() != T_WORD)
					continue;
			}
			if (node->words == NULL && is_assignment()) {
				*assignment = new_word();
				assignment = &(*assignment)->next;
			} else {
				*word = new_word();
				word = &(*word)->next;
			}
			advance();
		} else if (peek() == T_OPEN && node->words && node->words->next == NULL && !node->redirects &&
			!node->assignments) {
			return function(node);
		} else {
			break;
		}
	}
	if (node->words == NULL && node->assignments == NULL && node->redirects == NULL)
		syntax();
	return node;
}

static struct node *loop(enum kind kind)
{
	struct node *node = new_node(kind);
	advance();
	node->first = list();
	need("do");
	node->second = list();
	need("done");
	return node;
}

static struct node *conditional(void)
{
	struct node *node = new_node(IF);
	advance();
	node->first = list();
	need("then");
	node->second = list();
	skip_newlines();
	if (word_is("elif")) {
		node->third = conditional();
		return node;
	}
	if (word_is("else")) {
		advance();
		node->third = list();
	}
	need("fi");
	return node;
}

static struct node *for_loop(void)
{
	struct node *node = new_node(FOR);
	struct word **word = &node->words;
	advance();
	if (peek() != T_WORD || !is_name(text, strlen(text)))
		fail("Syntax error: Bad for loop variable");
	node->name = text;
	advance();
	skip_newlines();
	if (word_is("in")) {
		advance();
		while (peek() == T_WORD) {
			*word = new_word();
			word = &(*word)->next;
			advance();
		}
		if (peek() != T_SEMI && peek() != T_NEWLINE)
			syntax();
		advance();
	} else {
		node->all_arguments = 1;
		if (peek() == T_SEMI)
			advance();
	}
	need("do");
	node->second = list();
	need("done");
	return node;
}

static struct branch *branch(void)
{
	struct branch *branch = keep(sizeof *branch);
	struct word **word = &branch->patterns;
	if (peek() == T_OPEN)
		advance();
	for (;;) {
		if (peek() != T_WORD) {
			advance();
			peek();
			expected(")");
		}
		*word = new_word();
		word = &(*word)->next;
		advance();
		if (peek() != T_PIPE)
			break;
		advance();
	}
	if (peek() != T_CLOSE)
		expected(")");
	advance();
	skip_newlines();
	if (peek() != T_DSEMI && !word_is("esac"))
		branch->body = list();
	skip_newlines();
	if (peek() == T_DSEMI)
		advance();
	else if (!word_is("esac"))
		expected(";;");
	skip_newlines();
	return branch;
}

static struct node *case_command(void)
{
	struct node *node = new_node(CASE);
	struct branch **end = &node->branches;
	advance();
	if (peek() != T_WORD)
		expected(NULL);
	node->name = text;
	advance();
	need("in");
	skip_newlines();
	while (!word_is("esac")) {
		*end = branch();
		end = &(*end)->next;
	}
	advance();
	return node;
}

static struct node *compound(void)
{
	struct node *node;
	if (peek() == T_OPEN) {
		node = new_node(SUBSHELL);
		advance();
		node->first = list();
		if (peek() != T_CLOSE)
			expected(")");
		advance();
	} else if (word_is("{")) {
		node = new_node(GROUP);
		advance();
		node->first = list();
		need("}");
	} else if (word_is("if")) {
		node = conditional();
	} else if (word_is("while")) {
		node = loop(WHILE);
	} else if (word_is("until")) {
		node = loop(UNTIL);
	} else if (word_is("for")) {
		node = for_loop();
	} else if (word_is("case")) {
		node = case_command();
	} else {
		return NULL;
	}
	node->redirects = redirections();
	return node;
}

static struct node *command(void)
{
	expand_aliases();
	if (ends_list())
		syntax();
	struct node *node = compound();
	return node ? node : simple();
}

static struct node *pipeline(void)
{
	expand_aliases();
	if (word_is("!")) {
		struct node *node = new_node(NOT);
		advance();
		if (word_is("!"))
			syntax();
		node->first = pipeline();
		return node;
	}
	struct node *first = command();
	if (peek() != T_PIPE)
		return first;
	struct node *node = new_node(PIPELINE);
	struct node **end = &first->next;
	node->first = first;
	while (peek() == T_PIPE) {
		advance();
		skip_newlines();
		*end = command();
		end = &(*end)->next;
	}
	return node;
}

static struct node *and_or(void)
{
	struct node *node = pipeline();
	while (peek() == T_AND || peek() == T_OR) {
		struct node *both = new_node(token == T_AND ? AND : OR);
		advance();
		skip_newlines();
		both->first = node;
		both->second = pipeline();
		node = both;
	}
	return node;
}

static struct node *joined(struct node *before, struct node *node)
{
	if (before == NULL)
		return node;
	struct node *both = new_node(SEQUENCE);
	both->first = before;
	both->second = node;
	return both;
}

static struct node *background(struct node *node)
{
	struct node *outer = new_node(BACKGROUND);
	outer->first = node;
	return outer;
}

/* Commands up to a word or operator that ends a compound command. */
static struct node *list(void)
{
	struct node *all = NULL;
	skip_newlines();
	while (!ends_list()) {
		struct node *node = and_or();
		if (peek() == T_AMP)
			node = background(node);
		all = joined(all, node);
		if (token != T_AMP && token != T_SEMI && token != T_NEWLINE)
			break;
		advance();
		skip_newlines();
	}
	if (all == NULL && token != T_END)
		syntax();
	return all;
}

struct node *parse(void)
{
	struct node *all = NULL;
	peeked = 0;
	pending = NULL;
	at_end = 0;
	for (;;) {
		enum token next = peek();
		if (next == T_NEWLINE || next == T_END) {
			at_end = next == T_END;
			peeked = 0;
			if (at_end)
				read_heres();
			return all;
		}
		struct node *node = and_or();
		next = peek();
		if (next == T_AMP)
			node = background(node);
		else if (next != T_SEMI && next != T_NEWLINE && next != T_END)
			syntax();
		all = joined(all, node);
		if (next == T_AMP || next == T_SEMI)
			advance();
	}
}
