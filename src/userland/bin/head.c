/* head: the first lines or bytes of files. head [-n LINES | -c BYTES] [-q] [-v] [FILE…], head -LINES */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long most = 10;
static int bytes;
static int failed;

static void write_all(const char *from, size_t count)
{
	if (fwrite(from, 1, count, stdout) != count)
		error(1, errno, "write error");
}

static void copy(int fd, const char *name)
{
	char buffer[8192];
	long left = most;
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
		if (bytes) {
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

static long number(const char *text, const char *what)
{
	char *end;
	errno = 0;
	long value = strtol(text, &end, 10);
	if (*text == 0 || *end || errno || value < 0)
		error(1, 0, "invalid number of %s: '%s'", what, text);
	return value;
}

int main(int argc, char **argv)
{
	int option;
	int headers = -1;
	int first = 1;
	if (argc > 1 && argv[1][0] == '-' && argv[1][1] >= '0' && argv[1][1] <= '9') {
		most = number(argv[1] + 1, "lines");
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
			return fputs("Try 'head --help' for more information.\n", stderr), 1;
		}
	}
	if (headers == -1)
		headers = argc - optind > 1;
	if (optind == argc)
		copy(0, "standard input");
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
		copy(fd, argv[optind]);
		if (!standard)
			close(fd);
	}
	return failed;
}
