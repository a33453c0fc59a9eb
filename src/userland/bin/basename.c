/* basename: the last part of a path. basename PATH [SUFFIX], basename [-az] [-s SUFFIX] PATH… */
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

static void show(char *path, const char *ending, int end)
{
	size_t length = strlen(path);
	while (length > 1 && path[length - 1] == '/')
		path[--length] = 0;
	char *slash = strrchr(path, '/');
	if (slash && slash[1])
		path = slash + 1;
	size_t suffix = ending ? strlen(ending) : 0;
	length = strlen(path);
	if (suffix && suffix < length && strcmp(path + length - suffix, ending) == 0)
		path[length - suffix] = 0;
	fputs(path, stdout);
	putchar(end);
}

static const struct option longs[] = {
	{"multiple", no_argument, NULL, 'a'}, {"suffix", required_argument, NULL, 's'}, {"zero", no_argument, NULL, 'z'}, {NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	int option, several = 0, end = '\n';
	const char *ending = NULL;
	while ((option = getopt_long(argc, argv, "+as:z", longs, NULL)) != -1) {
		if (option == '?')
			return fputs("Try 'basename --help' for more information.\n", stderr), 1;
		several |= option == 'a' || option == 's';
		if (option == 's')
			ending = optarg;
		if (option == 'z')
			end = 0;
	}
	int count = argc - optind;
	if (count < 1 || (count > 2 && !several)) {
		if (count < 1)
			error(0, 0, "missing operand");
		else
			error(0, 0, "extra operand '%s'", argv[optind + 2]);
		return fputs("Try 'basename --help' for more information.\n", stderr), 1;
	}
	if (!several) {
		show(argv[optind], count > 1 ? argv[optind + 1] : NULL, end);
		return 0;
	}
	for (int i = optind; i < argc; i++)
		show(argv[i], ending, end);
	return 0;
}
