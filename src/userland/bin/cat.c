/* cat: prints files one after the other. cat [-AbeEnstTuv] [FILE…] */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER 131072

static char buffer[BUFFER];
/* Numbers before all lines, or before those that are not empty; one empty line for several; what is not printed, tabs and ends of lines made visible. */
static int numbered, numbered_filled, squeezed, visible, visible_tabs, visible_ends;
static int failed;

static void write_all(const char *bytes, ssize_t count)
{
	while (count > 0) {
		ssize_t written = write(1, bytes, count);
		if (written == -1)
			error(1, errno, "write error");
		bytes += written;
		count -= written;
	}
}

static void print_visible(unsigned char c)
{
	if (c == '\t') {
		fputs(visible_tabs ? "^I" : "\t", stdout);
		return;
	}
	if (visible && c >= 128) {
		fputs("M-", stdout);
		c -= 128;
	}
	if (visible && (c < 32 || c == 127)) {
		putchar('^');
		c ^= 64;
	}
	putchar(c);
}

static void print_changed(ssize_t count)
{
	static long line;
	static int inside, empty;
	for (ssize_t i = 0; i < count; i++) {
		unsigned char c = buffer[i];
		if (!inside && c == '\n') {
			if (squeezed && empty)
				continue;
			empty = 1;
		} else {
			empty = 0;
		}
		if (!inside && (numbered_filled ? c != '\n' : numbered))
			printf("%6ld\t", ++line);
		if (c != '\n')
			print_visible(c);
		else
			fputs(visible_ends ? "$\n" : "\n", stdout);
		inside = c != '\n';
	}
	if (fflush(stdout) == EOF) {
		error(0, errno, "write error");
		_exit(1);
	}
}

static void copy(int fd, const char *name)
{
	ssize_t count;
	while ((count = read(fd, buffer, sizeof buffer)) != 0) {
		if (count == -1) {
			error(0, errno, "%s", name);
			failed = 1;
			return;
		}
		if (numbered || numbered_filled || squeezed || visible || visible_tabs || visible_ends)
			print_changed(count);
		else
			write_all(buffer, count);
	}
}

static const struct option longs[] = {
	{"number", no_argument, NULL, 'n'}, {"number-nonblank", no_argument, NULL, 'b'}, {"show-all", no_argument, NULL, 'A'},
	{"show-ends", no_argument, NULL, 'E'}, {"show-nonprinting", no_argument, NULL, 'v'}, {"show-tabs", no_argument, NULL, 'T'},
	{"squeeze-blank", no_argument, NULL, 's'}, {NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	int option;
	struct stat status;
	while ((option = getopt_long(argc, argv, "AbeEnstTuv", longs, NULL)) != -1) {
		if (option == '?')
			return fputs("Try 'cat --help' for more information.\n", stderr), 1;
		numbered |= option == 'n';
		numbered_filled |= option == 'b';
		squeezed |= option == 's';
		visible |= strchr("Aetv", option) != NULL;
		visible_tabs |= strchr("AtT", option) != NULL;
		visible_ends |= strchr("AeE", option) != NULL;
	}
	if (fstat(1, &status) == -1)
		error(1, errno, "standard output");
	if (optind == argc)
		copy(0, "-");
	for (; optind < argc; optind++) {
		if (strcmp(argv[optind], "-") == 0) {
			copy(0, "-");
			continue;
		}
		int fd = open(argv[optind], O_RDONLY);
		if (fd == -1) {
			error(0, errno, "%s", argv[optind]);
			failed = 1;
			continue;
		}
		copy(fd, argv[optind]);
		close(fd);
	}
	return failed;
}
