/* tail: the last lines or bytes of files. tail [-n [+]LINES | -c [+]BYTES] [-q] [-v] [FILE…], tail -LINES */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "shared/part.h"

static struct part part;
static int from_start;
static int failed;

static size_t beginning(const char *text, size_t length)
{
	size_t at = 0;
	long left = part.most;
	if (!from_start)
		return part_last(&part, text, length);
	if (part.bytes)
		return left < 2 ? 0 : (size_t)left - 1 < length ? (size_t)left - 1 : length;
	for (left--; left > 0 && at < length; at++)
		left -= text[at] == '\n';
	return at;
}

static void show(int fd, const char *name)
{
	size_t length;
	char *text = part_rest(fd, name, &length, &failed);
	size_t from = beginning(text, length);
	fwrite(text + from, 1, length - from, stdout);
	free(text);
}

static long number(const char *text, const char *what)
{
	from_start = *text == '+';
	return part_number(*text == '-' ? text + 1 : text, what);
}

int main(int argc, char **argv)
{
	int first = part_options(argc, argv, &part, "-+", number);
	return show_each(argc - first, argv + first, part.headers, show) | failed;
}
