/* wc: counts lines, words and bytes. wc [-lwcmL] [FILE…] */
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct counts {
	long lines, words, bytes, longest;
};

static int show_lines, show_words, show_letters, show_bytes, show_longest;
static int width = 1;
static int failed;

static void count(int fd, const char *name, struct counts *counts)
{
	static char buffer[16384];
	int inside = 0;
	long column = 0;
	ssize_t length;
	memset(counts, 0, sizeof *counts);
	while ((length = read(fd, buffer, sizeof buffer)) != 0) {
		if (length == -1) {
			error(0, errno, "%s", name);
			failed = 1;
			return;
		}
		counts->bytes += length;
		for (ssize_t i = 0; i < length; i++) {
			unsigned char c = buffer[i];
			counts->lines += c == '\n';
			if (c == '\n' || c == '\r' || c == '\f')
				column = 0;
			else if (c == '\t')
				column += 8 - column % 8;
			else
				column += isprint(c) != 0;
			counts->longest = column > counts->longest ? column : counts->longest;
			if (isspace(c)) {
				inside = 0;
			} else if (isprint(c)) {
				counts->words += !inside;
				inside = 1;
			}
		}
	}
}

static void print(const struct counts *counts, const char *name)
{
	const char *between = "";
	/* A letter is a byte. */
	const long values[] = {counts->lines, counts->words, counts->bytes, counts->bytes, counts->longest};
	const int shown[] = {show_lines, show_words, show_letters, show_bytes, show_longest};
	for (int i = 0; i < 5; i++) {
		if (!shown[i])
			continue;
		printf("%s%*ld", between, width, values[i]);
		between = " ";
	}
	if (name)
		printf(" %s", name);
	putchar('\n');
}

/* As wide as the sum of the files' sizes; 7 when that is not known. */
static int width_for(int argc, char **argv)
{
	struct stat file;
	long sum = 0;
	int least = 1;
	int digits = 1;
	if (show_lines + show_words + show_letters + show_bytes + show_longest == 1 && argc <= 1)
		return 1;
	for (int i = 0; i < argc || i == 0; i++) {
		int standard = argc == 0 || strcmp(argv[i], "-") == 0;
		if (standard ? fstat(0, &file) == -1 : stat(argv[i], &file) == -1)
			continue;
		if (S_ISREG(file.st_mode))
			sum += file.st_size;
		else
			least = 7;
	}
	for (; sum >= 10; sum /= 10)
		digits++;
	return digits > least ? digits : least;
}

int main(int argc, char **argv)
{
	int option;
	setvbuf(stdout, NULL, _IOLBF, 0);
	struct counts counts;
	struct counts total = {0};
	static const struct option longs[] = {
		{"bytes", no_argument, NULL, 'c'}, {"chars", no_argument, NULL, 'm'}, {"lines", no_argument, NULL, 'l'},
		{"max-line-length", no_argument, NULL, 'L'}, {"words", no_argument, NULL, 'w'}, {NULL, 0, NULL, 0},
	};
	while ((option = getopt_long(argc, argv, "lwcmL", longs, NULL)) != -1) {
		switch (option) {
		case 'l':
			show_lines = 1;
			break;
		case 'w':
			show_words = 1;
			break;
		case 'c':
			show_bytes = 1;
			break;
		case 'm':
			show_letters = 1;
			break;
		case 'L':
			show_longest = 1;
			break;
		default:
			return fputs("Try 'wc --help' for more information.\n", stderr), 1;
		}
	}
	if (!show_lines && !show_words && !show_letters && !show_bytes && !show_longest)
		show_lines = show_words = show_bytes = 1;
	int files = argc - optind;
	width = width_for(files, argv + optind);
	if (files == 0) {
		count(0, "-", &counts);
		print(&counts, NULL);
	}
	for (int i = optind; i < argc; i++) {
		int standard = strcmp(argv[i], "-") == 0;
		int fd = standard ? 0 : open(argv[i], O_RDONLY);
		if (fd == -1) {
			error(0, errno, "%s", argv[i]);
			failed = 1;
			continue;
		}
		count(fd, argv[i], &counts);
		print(&counts, argv[i]);
		total.lines += counts.lines;
		total.words += counts.words;
		total.bytes += counts.bytes;
		total.longest = counts.longest > total.longest ? counts.longest : total.longest;
		if (!standard)
			close(fd);
	}
	if (files > 1)
		print(&total, "total");
	return failed;
}
