/* Where commands come from: a text, or a descriptor that is read as it is needed. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sh.h"

struct input {
	struct input *before;
	const char *text;
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

struct input *read_from_descriptor(int fd)
{
	struct input *before = push(NULL, fd);
	line = reading = 1;
	return before;
}

/* Back to what was read before; whatever was begun since is dropped. */
void done_reading(struct input *before)
{
	while (input != before) {
		struct input *old = input;
		if (old->fd > 2)
			close(old->fd);
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
	(void)!write(2, text, strlen(text));
	prompt = 2;
}

static int refill(void)
{
	if (input->ended)
		return END;
	if (prompt)
		show_prompt();
	ssize_t count;
	while ((count = read(input->fd, input->buffer, sizeof input->buffer)) == -1 && errno == EINTR)
		if (interrupted && options.interactive)
			fail("%s", "");
	if (count <= 0) {
		input->ended = count < 0 || !options.interactive;
		return END;
	}
	input->filled = count;
	input->at = 1;
	return (unsigned char)input->buffer[0];
}

int next_char(void)
{
	int c;
	if (input->backs > 0) {
		c = input->given_back[--input->backs];
	} else if (input->text) {
		c = *input->text ? (unsigned char)*input->text++ : END;
	} else if (input->at < input->filled) {
		c = (unsigned char)input->buffer[input->at++];
	} else {
		c = refill();
	}
	if (c == '\n')
		reading++;
	line = reading;
	return c == 0 ? next_char() : c;
}

/* Takes back what next_char gave, at most four. */
void back(int c)
{
	input->given_back[input->backs++] = c;
	if (c == '\n')
		reading--;
}
