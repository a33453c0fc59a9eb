// getopt and getopt_long: results, permutation and messages.
#define _GNU_SOURCE
#include <getopt.h>
#include <stdio.h>
#include <string.h>

static const struct option longs[] = {{"alpha", no_argument, NULL, 'A'}, {"beta", required_argument, NULL, 'B'},
	{"alto", optional_argument, NULL, 'C'}, {"verbose", no_argument, NULL, 'v'}, {0}};

static void try(const char *line, const char *options, int with_longs)
{
	char copy[200], *argv[30];
	int argc = 1, found;
	argv[0] = "prog";
	strcpy(copy, line);
	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	argv[argc] = NULL;
	optind = 0;
	printf("\"%s\" \"%s\":", line, options);
	while ((found = with_longs ? getopt_long(argc, argv, options, longs, NULL) : getopt(argc, argv, options)) != -1)
		printf(" %c(%s)@%d", found, optarg ? optarg : "-", optind);
	printf(" rest:");
	for (int i = optind; i < argc; i++)
		printf(" %s", argv[i]);
	printf(" all:");
	for (int i = 1; i < argc; i++)
		printf(" %s", argv[i]);
	printf("\n");
}

int main(void)
{
	static const char *const lines[] = {"", "-a", "-a x", "x -a y", "-b", "-b 3 x", "-b3 -ab4", "-abc", "-c -c5 x", "-x -a", "-- -a", "a -- -b c",
		"- -a", "x y z", "x -b 1 y -a z -c"};
	static const char *const long_lines[] = {"--alpha", "--beta=3 x", "--beta 4 y", "--beta", "--alpha=1", "--al", "--alt", "--alto=5 --alto 5",
		"--nope -a", "x --verbose y -a", "--verb --be 7", "-a --", "--beta= x"};
	fflush(stdout);
	stderr = stdout;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		try(lines[i], "ab:c::", 0);
		try(lines[i], "+ab:c::", 0);
		try(lines[i], ":ab:c::", 0);
		try(lines[i], "-ab:c::", 0);
	}
	for (size_t i = 0; i < sizeof long_lines / sizeof *long_lines; i++)
		try(long_lines[i], "ab:", 1);
	// Another scan from optind = 1 treats operands as the first did.
	char *again[] = {"prog", "-a", "x", "-b", "1", NULL};
	optind = 0;
	while (getopt(5, again, "+ab:") != -1)
		;
	optind = 1;
	for (int found; (found = getopt(5, again, "ab:")) != -1;)
		printf("%c@%d ", found, optind);
	printf("%d\n", optind);
	return 0;
}
