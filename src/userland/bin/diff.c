/* diff: what is different in two files. diff [-qsu] FILE FILE */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Lines around a difference in the unified form. */
#define AROUND 3

struct text {
	const char *name;
	char **lines;
	int count;
	/* The last line has no newline. */
	int open;
	struct stat status;
};

/* Lines `from` to before `to` of each, where the texts differ. */
struct change {
	int from[2], to[2];
};

static struct change *changes;
static int change_count;

static int read_text(struct text *text, const char *name)
{
	FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "r");
	char *line = NULL;
	size_t room = 0;
	ssize_t length;
	text->name = name;
	if (file == NULL) {
		error(0, errno, "%s", name);
		return 0;
	}
	fstat(fileno(file), &text->status);
	while ((length = getline(&line, &room, file)) != -1) {
		text->open = line[length - 1] != '\n';
		if (!text->open)
			line[length - 1] = 0;
		text->lines = realloc(text->lines, (text->count + 1) * sizeof *text->lines);
		text->lines[text->count++] = strdup(line);
	}
	free(line);
	return 1;
}

static int same(const struct text *a, int i, const struct text *b, int j)
{
	int a_open = a->open && i == a->count - 1;
	int b_open = b->open && j == b->count - 1;
	return a_open == b_open && strcmp(a->lines[i], b->lines[j]) == 0;
}

/*
 * The longest part common to both, from the end to the beginning; then where they part. Where several are as long, GNU's may
 * be another.
 */
static void compare(const struct text *a, const struct text *b)
{
	int first = 0, end_a = a->count, end_b = b->count;
	while (first < end_a && first < end_b && same(a, first, b, first))
		first++;
	while (end_a > first && end_b > first && same(a, end_a - 1, b, end_b - 1))
		end_a--, end_b--;
	int wide = end_b - first + 1;
	int *common = calloc((size_t)(end_a - first + 1) * wide, sizeof *common);
	if (common == NULL)
		error(2, 0, "memory exhausted");
	for (int i = end_a - 1; i >= first; i--) {
		for (int j = end_b - 1; j >= first; j--) {
			int *here = &common[(i - first) * wide + j - first];
			*here = same(a, i, b, j) ? here[wide + 1] + 1 : here[wide] >= here[1] ? here[wide] : here[1];
		}
	}
	int i = first, j = first;
	while (i < end_a || j < end_b) {
		struct change change = {{i, j}, {i, j}};
		while (i < end_a || j < end_b) {
			int *here = &common[(i - first) * wide + j - first];
			if (i < end_a && j < end_b && same(a, i, b, j))
				break;
			if (j == end_b || (i < end_a && here[wide] >= here[1]))
				i++;
			else
				j++;
		}
		change.to[0] = i;
		change.to[1] = j;
		changes = realloc(changes, (change_count + 1) * sizeof *changes);
		changes[change_count++] = change;
		while (i < end_a && j < end_b && same(a, i, b, j))
			i++, j++;
	}
	free(common);
}

static void print_line(const char *sign, const struct text *text, int line)
{
	printf("%s%s\n", sign, text->lines[line]);
	if (text->open && line == text->count - 1)
		puts("\\ No newline at end of file");
}

/* `3` or `3,5`; a place between lines is that of the line before it. */
static void print_range(int from, int to)
{
	if (to - from > 1)
		printf("%d,%d", from + 1, to);
	else
		printf("%d", to == from ? from : from + 1);
}

static void print_normal(const struct text *a, const struct text *b)
{
	for (int i = 0; i < change_count; i++) {
		const struct change *change = &changes[i];
		int gone = change->to[0] > change->from[0], come = change->to[1] > change->from[1];
		print_range(change->from[0], change->to[0]);
		putchar(gone && come ? 'c' : gone ? 'd' : 'a');
		print_range(change->from[1], change->to[1]);
		putchar('\n');
		for (int line = change->from[0]; line < change->to[0]; line++)
			print_line("< ", a, line);
		if (gone && come)
			puts("---");
		for (int line = change->from[1]; line < change->to[1]; line++)
			print_line("> ", b, line);
	}
}

static void print_head(const char *sign, const struct text *text)
{
	char when[64];
	strftime(when, sizeof when, "%Y-%m-%d %H:%M:%S", localtime(&text->status.st_mtim.tv_sec));
	printf("%s %s\t%s.%09ld +0000\n", sign, text->name, when, text->status.st_mtim.tv_nsec);
}

static void print_hunk_range(char sign, int from, int to)
{
	printf("%c%d", sign, to == from ? from : from + 1);
	if (to - from != 1)
		printf(",%d", to - from);
	putchar(' ');
}

static void print_unified(const struct text *a, const struct text *b)
{
	print_head("---", a);
	print_head("+++", b);
	for (int i = 0; i < change_count;) {
		int last = i;
		while (last + 1 < change_count && changes[last + 1].from[0] - changes[last].to[0] <= 2 * AROUND)
			last++;
		int before = changes[i].from[0] < AROUND ? changes[i].from[0] : AROUND;
		int after = a->count - changes[last].to[0] < AROUND ? a->count - changes[last].to[0] : AROUND;
		printf("@@ ");
		print_hunk_range('-', changes[i].from[0] - before, changes[last].to[0] + after);
		print_hunk_range('+', changes[i].from[1] - before, changes[last].to[1] + after);
		puts("@@");
		int line = changes[i].from[0] - before;
		for (; i <= last; i++) {
			for (; line < changes[i].from[0]; line++)
				print_line(" ", a, line);
			for (; line < changes[i].to[0]; line++)
				print_line("-", a, line);
			for (int other = changes[i].from[1]; other < changes[i].to[1]; other++)
				print_line("+", b, other);
		}
		for (int end = line + after; line < end; line++)
			print_line(" ", a, line);
	}
}

/* A file of the same name in the directory, when the other is one. */
static const char *inside(const char *name, const char *other)
{
	struct stat status, other_status;
	if (stat(name, &status) == -1 || !S_ISDIR(status.st_mode) || stat(other, &other_status) == -1 ||
		S_ISDIR(other_status.st_mode))
		return name;
	const char *base = strrchr(other, '/') ? strrchr(other, '/') + 1 : other;
	char *path = malloc(strlen(name) + strlen(base) + 2);
	sprintf(path, "%s/%s", name, base);
	return path;
}

int main(int argc, char **argv)
{
	static struct text texts[2];
	int option, quiet = 0, unified = 0, tell_same = 0;
	while ((option = getopt(argc, argv, "qsu")) != -1) {
		switch (option) {
		case 'q':
			quiet = 1;
			break;
		case 's':
			tell_same = 1;
			break;
		case 'u':
			unified = 1;
			break;
		default:
			fprintf(stderr, "diff: Try 'diff --help' for more information.\n");
			return 2;
		}
	}
	if (argc - optind != 2) {
		if (argc - optind < 2)
			error(0, 0, "missing operand after '%s'", argv[argc - 1]);
		else
			error(0, 0, "extra operand '%s'", argv[optind + 2]);
		fprintf(stderr, "diff: Try 'diff --help' for more information.\n");
		return 2;
	}
	const char *first = inside(argv[optind], argv[optind + 1]);
	const char *second = inside(argv[optind + 1], argv[optind]);
	int there = read_text(&texts[0], first);
	if (!(read_text(&texts[1], second) & there))
		return 2;
	compare(&texts[0], &texts[1]);
	if (change_count == 0) {
		if (tell_same)
			printf("Files %s and %s are identical\n", first, second);
		return 0;
	}
	if (quiet)
		printf("Files %s and %s differ\n", first, second);
	else if (unified)
		print_unified(&texts[0], &texts[1]);
	else
		print_normal(&texts[0], &texts[1]);
	return 1;
}
