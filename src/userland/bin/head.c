/* head: the first lines or bytes of files. head [-n [-]LINES | -c [-]BYTES] [-q] [-v] [FILE…], head -LINES */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "shared/part.h"

static struct part part;
static int failed, but_last;

static void write_all(const char *from, size_t count)
{
	if (fwrite(from, 1, count, stdout) != count)
		error(1, errno, "write error");
}

static void copy(int fd, const char *name)
{
	char buffer[8192];
	long left = part.most;
	while (left > 0) {
		ssize_t count = read(fd, buffer, sizeof buffer);
		if (count == -1) {
			error(0, errno, "error reading '%s'", name);
			failed = 1;
			return;
		}
		if (count == 0)
			return;
		ssize_t end = 0;
		if (part.bytes) {
			end = count < left ? count : left;
			left -= end;
		} else {
			while (end < count && left > 0)
				left -= buffer[end++] == '\n';
		}
		write_all(buffer, end);
		/* What was read too much of a file is given back for who reads on. */
		if (end < count)
			lseek(fd, end - count, SEEK_CUR);
	}
}

/* All but the last. */
static void copy_but_last(int fd, const char *name)
{
	size_t length;
	char *text = part_rest(fd, name, &length, &failed);
	write_all(text, part_last(&part, text, length));
	free(text);
}

static void show(int fd, const char *name)
{
	if (but_last)
		copy_but_last(fd, name);
	else
		copy(fd, name);
}

static long number(const char *text, const char *what)
{
	but_last = *text == '-';
	return part_number(but_last ? text + 1 : text, what);
}

int main(int argc, char **argv)
{
	int first = part_options(argc, argv, &part, "-", number);
	return show_each(argc - first, argv + first, part.headers, show) | failed;
}
