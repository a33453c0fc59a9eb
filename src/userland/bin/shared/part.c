/* How many lines or bytes, and of which files: the command line of head and tail. */
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "part.h"

static const struct option longs[] = {
	{"lines", required_argument, NULL, 'n'}, {"bytes", required_argument, NULL, 'c'}, {"quiet", no_argument, NULL, 'q'},
	{"silent", no_argument, NULL, 'q'}, {"verbose", no_argument, NULL, 'v'}, {"follow", no_argument, NULL, 'f'},
	{"sleep-interval", required_argument, NULL, 's'}, {NULL, 0, NULL, 0},
};

/* What a letter behind a number, with B or iB perhaps, multiplies it by; 0 for what is none. */
static long multiplier(const char *suffix)
{
	const char *letters = "KMGT";
	if (*suffix == 0)
		return 1;
	if (strcmp(suffix, "b") == 0)
		return 512;
	const char *letter = strchr(letters, *suffix == 'k' ? 'K' : *suffix);
	int thousands = strcmp(suffix + 1, "B") == 0;
	if (letter == NULL || !(thousands || suffix[1] == 0 || strcmp(suffix + 1, "iB") == 0))
		return 0;
	long factor = 1;
	for (; letter >= letters; letter--)
		factor *= thousands ? 1000 : 1024;
	return factor;
}

long part_number(const char *text, const char *what)
{
	const char *digits = text + (*text == '+');
	char *end = (char *)digits;
	errno = 0;
	long value = isdigit((unsigned char)*digits) ? strtol(digits, &end, 10) : 0;
	long factor = multiplier(end);
	if (end == digits || errno || factor == 0)
		error(1, 0, "invalid number of %s: '%s'", what, text);
	return value * factor;
}

char *part_rest(int fd, const char *name, size_t *length, int *failed)
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
		*failed = 1;
	}
	return text;
}

size_t part_last(const struct part *part, const char *text, size_t length)
{
	size_t at = length;
	long left = part->most;
	if (part->bytes)
		return (size_t)left < length ? length - left : 0;
	if (left == 0)
		return length;
	if (at > 0 && text[at - 1] == '\n')
		at--;
	while (at > 0 && !(text[at - 1] == '\n' && --left == 0))
		at--;
	return at;
}

int part_options(int argc, char **argv, struct part *part, const char *signs,
	long (*number)(const char *text, const char *what))
{
	int option;
	part->most = 10;
	part->bytes = 0;
	part->headers = -1;
	if (argc > 1 && argv[1][0] && strchr(signs, argv[1][0]) && argv[1][1] >= '0' && argv[1][1] <= '9') {
		part->most = number(argv[1] + (argv[1][0] == '-'), "lines");
		optind = 2;
	}
	while ((option = getopt_long(argc, argv, part->pause ? "n:c:qvfFs:" : "n:c:qv", longs, NULL)) != -1) {
		/* Head has no -f and no -s. */
		if ((option == 'f' || option == 's') && part->pause == 0)
			option = '?';
		switch (option) {
		case 'n':
			part->bytes = 0;
			part->most = number(optarg, "lines");
			break;
		case 'c':
			part->bytes = 1;
			part->most = number(optarg, "bytes");
			break;
		case 'f':
		case 'F':
			part->follow = 1;
			break;
		case 's':
			part->pause = strtod(optarg, NULL);
			if (part->pause <= 0)
				error(1, 0, "invalid number of seconds: '%s'", optarg);
			break;
		case 'q':
			part->headers = 0;
			break;
		case 'v':
			part->headers = 1;
			break;
		default:
			fprintf(stderr, "Try '%s --help' for more information.\n", argv[0]);
			exit(1);
		}
	}
	if (part->headers == -1)
		part->headers = argc - optind > 1;
	return optind;
}

int show_each(int count, char **files, int headers, void (*show)(int fd, const char *name))
{
	int failed = 0;
	int first = 1;
	if (count == 0)
		show(0, "standard input");
	for (int i = 0; i < count; i++) {
		int standard = strcmp(files[i], "-") == 0;
		int fd = standard ? 0 : open(files[i], O_RDONLY);
		if (fd == -1) {
			error(0, errno, "cannot open '%s' for reading", files[i]);
			failed = 1;
			continue;
		}
		if (headers)
			printf("%s==> %s <==\n", first ? "" : "\n", standard ? "standard input" : files[i]);
		first = 0;
		show(fd, files[i]);
		if (!standard)
			close(fd);
	}
	return failed;
}
