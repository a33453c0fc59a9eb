/* tail: the last lines or bytes of files, and what is added to them. tail [-n [+]LINES | -c [+]BYTES] [-f] [-s SECONDS] [-q] [-v] [FILE…], tail -LINES */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "shared/part.h"

static struct part part;
static int from_start;
static int failed;

/* With -f: files that were shown, and of which it was last. */
static struct {
	int fd;
	const char *name;
} *followed;
static int files, shown_last;

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
	if (!part.follow)
		return;
	followed = realloc(followed, (files + 1) * sizeof *followed);
	if (followed == NULL)
		error(1, errno, "memory exhausted");
	followed[files].fd = dup(fd);
	followed[files].name = name;
	shown_last = files++;
}

/* What has been added since. */
static void show_added(int file)
{
	char buffer[8192];
	ssize_t count;
	while ((count = read(followed[file].fd, buffer, sizeof buffer)) > 0) {
		if (part.headers && file != shown_last)
			printf("\n==> %s <==\n", followed[file].name);
		shown_last = file;
		fwrite(buffer, 1, count, stdout);
	}
	if (fflush(stdout) == EOF)
		error(1, errno, "write error");
}

static void follow(void)
{
	struct timespec pause = {(time_t)part.pause, (long)((part.pause - (time_t)part.pause) * 1e9)};
	fflush(stdout);
	while (files) {
		for (int i = 0; i < files; i++)
			show_added(i);
		nanosleep(&pause, NULL);
	}
}

static long number(const char *text, const char *what)
{
	from_start = *text == '+';
	return part_number(*text == '-' ? text + 1 : text, what);
}

int main(int argc, char **argv)
{
	part.pause = 1;
	int first = part_options(argc, argv, &part, "-+", number);
	failed |= show_each(argc - first, argv + first, part.headers, show);
	if (part.follow)
		follow();
	return failed;
}
