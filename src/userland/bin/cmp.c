/* cmp: whether two files hold the same bytes. cmp [-ls] FILE [FILE] */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void refuse(void)
{
	fprintf(stderr, "cmp: Try 'cmp --help' for more information.\n");
	exit(2);
}

static FILE *opened(const char *name)
{
	if (strcmp(name, "-") == 0)
		return stdin;
	FILE *file = fopen(name, "r");
	if (file == NULL)
		error(2, errno, "%s", name);
	return file;
}

int main(int argc, char **argv)
{
	int option, every = 0, quiet = 0, differ = 0;
	while ((option = getopt(argc, argv, "ls")) != -1) {
		switch (option) {
		case 'l':
			every = 1;
			break;
		case 's':
			quiet = 1;
			break;
		default:
			refuse();
		}
	}
	if (optind == argc) {
		error(0, 0, "missing operand after '%s'", argv[argc - 1]);
		refuse();
	}
	if (optind + 2 < argc) {
		error(0, 0, "extra operand '%s'", argv[optind + 2]);
		refuse();
	}
	const char *names[2] = {argv[optind], optind + 1 < argc ? argv[optind + 1] : "-"};
	FILE *first = opened(names[0]);
	FILE *second = opened(names[1]);
	long at = 0, line = 1;
	int newline = 1;
	for (;;) {
		int a = getc(first);
		int b = getc(second);
		if (a == EOF && b == EOF)
			return differ;
		at++;
		if (a == EOF || b == EOF) {
			const char *name = names[a == EOF ? 0 : 1];
			if (quiet)
				return 1;
			fflush(stdout);
			if (at == 1)
				fprintf(stderr, "cmp: EOF on %s which is empty\n", name);
			else if (every)
				fprintf(stderr, "cmp: EOF on %s after byte %ld\n", name, at - 1);
			else
				fprintf(stderr, "cmp: EOF on %s after byte %ld, %sline %ld\n", name, at - 1, newline ? "" : "in ", line - newline);
			return 1;
		}
		if (a != b) {
			differ = 1;
			if (quiet)
				return 1;
			if (!every) {
				printf("%s %s differ: char %ld, line %ld\n", names[0], names[1], at, line);
				return 1;
			}
			printf("%ld %3o %3o\n", at, a, b);
		}
		newline = a == '\n';
		line += newline;
	}
}
