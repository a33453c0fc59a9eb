/* tac: the lines of files, last first. tac [FILE…] */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "shared/shared.h"

static int show(const char *name)
{
	int standard = strcmp(name, "-") == 0;
	FILE *file = standard ? stdin : fopen(name, "r");
	char *text = NULL;
	size_t length = 0, room = 0, count;
	if (file == NULL) {
		error(0, errno, "failed to open '%s' for reading", name);
		return 1;
	}
	do {
		if (room - length < 4096 && (text = realloc(text, room = 2 * room + 8192)) == NULL)
			error(1, 0, "memory exhausted");
		count = fread(text + length, 1, room - length, file);
		length += count;
	} while (count > 0);
	int failed = ferror(file);
	if (failed)
		error(0, errno, "%s: read error", standard ? "standard input" : name);
	for (size_t end = length; end > 0;) {
		size_t start = end - 1;
		while (start > 0 && text[start - 1] != '\n')
			start--;
		fwrite(text + start, 1, end - start, stdout);
		end = start;
	}
	free(text);
	if (!standard)
		fclose(file);
	return failed != 0;
}

int main(int argc, char **argv)
{
	static const struct option longs[] = {{NULL, 0, NULL, 0}};
	int failed = 0;
	while (getopt_long(argc, argv, "", longs, NULL) != -1)
		refer_to_help(1);
	if (optind == argc)
		return show("-");
	for (; optind < argc; optind++)
		failed |= show(argv[optind]);
	return failed;
}
