/* Where commands come from: a text, or a descriptor that is read as it is needed. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sh.h"

struct input {
	struct input *before;
	const char *text;
	/* The alias whose text it is. */
	char *alias;
	int fd;
	int ended;
	int line;
	int given_back[4];
	int backs;
	size_t at, filled;
	char buffer[1024];
};

static struct input *input;
int line = 1;
int reading = 1;
int prompt;

static struct input *push(const char *text, int fd)
{
	struct input *fresh = calloc(1, sizeof *fresh);
	struct input *before = input;
	if (fresh == NULL)
		fail("Out of space");
	fresh->before = before;
	fresh->text = text;
	fresh->fd = fd;
	fresh->line = reading;
	input = fresh;
	return before;
}

struct input *read_from_text(const char *text)
{
	return push(text, -1);
}

int read_alias(const char *name)
{
	const char *text = alias_of(name);
	if (text == NULL)
		return 0;
	for (const struct input *outer = input; outer; outer = outer->before)
		if (outer->alias && strcmp(outer->alias, name) == 0)
			return 0;
	if (*text == 0)
		text = keep_text(" ", 1);
	push(keep_text(text, strlen(text)), -1);
	input->alias = strdup(name);
	return 1;
}

struct input *read_from_descriptor(int fd)
{
	struct input *before = push(NULL, fd);
	line = reading = 1;
	return before;
}

struct input *current_input(void)
{
	return input;
}

/* Back to what was read before; whatever was begun since is dropped. */
void done_reading(struct input *before)
{
	while (input != before) {
		struct input *old = input;
		if (old->fd > 2)
			close(old->fd);
		free(old->alias);
		reading = old->line;
		input = old->before;
		free(old);
	}
}

static void show_prompt(void)
{
	const char *text = value_of(prompt == 1 ? "PS1" : "PS2");
	if (prompt == 1)
		report_jobs(0, 2);
	if (text == NULL)
		text = prompt == 1 ? "$ " : "> ";
	text = expand_here(text);
	(void)!write(2, text, strlen(text));
	prompt = 2;
}

static int refill(struct input *from)
{
	if (from->ended)
		return END;
	if (prompt)
		show_prompt();
	ssize_t count;
	while ((count = read(from->fd, from->buffer, sizeof from->buffer)) == -1 && errno == EINTR)
		if (interrupted && options.interactive)
			fail("%s", "");
	if (count <= 0) {
		from->ended = count < 0 || !options.interactive;
		return END;
	}
	from->filled = count;
	from->at = 1;
	return (unsigned char)from->buffer[0];
}

static int is_over(const struct input *alias)
{
	return alias->alias && *alias->text == 0 && alias->backs == 0;
}

/* What is read now. An alias that is over stays known until end_aliases: its last word is not to be it again. */
static struct input *source(void)
{
	struct input *now = input;
	while (is_over(now))
		now = now->before;
	return now;
}

int end_aliases(int with_blank)
{
	int blank = 0;
	while (is_over(input)) {
		struct input *old = input;
		char last = old->text[-1];
		blank = last == ' ' || last == '\t';
		if (with_blank && !blank)
			break;
		input = old->before;
		free(old->alias);
		free(old);
	}
	return blank;
}

int next_char(void)
{
	struct input *from = source();
	int c;
	if (from->backs > 0) {
		c = from->given_back[--from->backs];
	} else if (from->text) {
		c = *from->text ? (unsigned char)*from->text++ : END;
	} else if (from->at < from->filled) {
		c = (unsigned char)from->buffer[from->at++];
	} else {
		c = refill(from);
	}
	if (c == '\n')
		reading++;
	line = reading;
	return c == 0 ? next_char() : c;
}

/* Takes back what next_char gave, at most four. */
void back(int c)
{
	struct input *to = source();
	to->given_back[to->backs++] = c;
	if (c == '\n')
		line = --reading;
}
