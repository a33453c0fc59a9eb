/* tail: the last lines or bytes of files. tail [-n [+]LINES | -c [+]BYTES] [-q] [-v] [FILE…], tail -LINES */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long most = 10;
static int bytes;
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
	long left = most;
	if (bytes && from_start)
		return most < 2 ? 0 : (size_t)most - 1 < length ? (size_t)most - 1 : length;
	if (bytes)
		return (size_t)most < length ? length - most : 0;
	if (from_start) {
		for (left--; left > 0 && at < length; at++)
			left -= text[at] == '\n';
		return at;
	}
	if (most == 0)
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
	int option;
	int headers = -1;
	int first = 1;
	if (argc > 1 && (argv[1][0] == '-' || argv[1][0] == '+') && argv[1][1] >= '0' && argv[1][1] <= '9') {
		most = number(argv[1], "lines");
		argv[1] = argv[0];
		argv++;
		argc--;
	}
	while ((option = getopt(argc, argv, "n:c:qv")) != -1) {
		switch (option) {
		case 'n':
			bytes = 0;
			most = number(optarg, "lines");
			break;
		case 'c':
			bytes = 1;
			most = number(optarg, "bytes");
			break;
		case 'q':
			headers = 0;
			break;
		case 'v':
			headers = 1;
			break;
		default:
			return fputs("Try 'tail --help' for more information.\n", stderr), 1;
		}
	}
	if (headers == -1)
		headers = argc - optind > 1;
	if (optind == argc)
		show(0, "standard input");
	for (; optind < argc; optind++) {
		int standard = strcmp(argv[optind], "-") == 0;
		int fd = standard ? 0 : open(argv[optind], O_RDONLY);
		if (fd == -1) {
			error(0, errno, "cannot open '%s' for reading", argv[optind]);
			failed = 1;
			continue;
		}
		if (headers)
			printf("%s==> %s <==\n", first ? "" : "\n", standard ? "standard input" : argv[optind]);
		first = 0;
		show(fd, argv[optind]);
		if (!standard)
			close(fd);
	}
	return failed;
}
