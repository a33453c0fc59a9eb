/* tail: the last lines or bytes of files. tail [-n [+]LINES | -c [+]BYTES] [-q] [-v] [FILE…], tail -LINES */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "shared/part.h"

static struct part part;
static int from_start;
static int failed;

/* All of a file. */
static char *slurp(int fd, const char *name, size_t *length)
{
	size_t room = 16384;
	char *text = malloc(room);
	ssize_t count = 0;
	*length = 0;
	while (text && (count = read(fd, text + *length, room - *length)) > 0) {
		*length += count;
		if (*length == room)
			text = realloc(text, room *= 2);
	}
	if (text == NULL)
		error(1, errno, "memory exhausted");
	if (count == -1) {
		error(0, errno, "error reading '%s'", name);
		failed = 1;
	}
	return text;
}

static size_t beginning(const char *text, size_t length)
{
	size_t at = 0;
	long left = part.most;
	if (part.bytes && from_start)
		return part.most < 2 ? 0 : (size_t)part.most - 1 < length ? (size_t)part.most - 1 : length;
	if (part.bytes)
		return (size_t)part.most < length ? length - part.most : 0;
	if (from_start) {
		for (left--; left > 0 && at < length; at++)
			left -= text[at] == '\n';
		return at;
	}
	if (part.most == 0)
		return length;
	at = length;
	if (at > 0 && text[at - 1] == '\n')
		at--;
	while (at > 0 && !(text[at - 1] == '\n' && --left == 0))
		at--;
	return at;
}

static void show(int fd, const char *name)
{
	size_t length;
	char *text = slurp(fd, name, &length);
	size_t from = beginning(text, length);
	fwrite(text + from, 1, length - from, stdout);
	free(text);
}

static long number(const char *text, const char *what)
{
	char *end;
	const char *given = text;
	from_start = *text == '+';
	if (*text == '-')
		text++;
	errno = 0;
	long value = strtol(text, &end, 10);
	if (*text == 0 || *end || errno || value < 0)
		error(1, 0, "invalid number of %s: '%s'", what, given);
	return value;
}

int main(int argc, char **argv)
{
	int first = part_options(argc, argv, &part, "-+", number);
	return show_each(argc - first, argv + first, part.headers, show) | failed;
}
