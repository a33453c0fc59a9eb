// fnmatch with every flag, patterns against names; getopt_long and getopt_long_only with every order of operands.
#define _GNU_SOURCE
#include <fnmatch.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof array / sizeof *array)

static void names(void)
{
	static const char *const patterns[] = {"*", "*.c", "a?c", "[a-c]x", "[!a]x", "[^a]x", "\\*", "a*b*c", "*/b", "a/*", ".*", "[[:digit:]]",
		"[]-]", "[a", "a\\", "", "**", "?", "[z-a]", "[a-]", "*a*a*a*", "{a,b}", "[.]x", "A*", "[[:upper:][:digit:]]*", "+(a|b)",
		"@(x|yy)", "!(a)", "*(ab)", "?(a)b", "*(a|+(b)|[.]x)", "+(a", "@(a*|?)/!(c)", "a@()bc", "!(*.c)"};
	static const char *const texts[] = {"", "a", "abc", "x.c", "ax", "bx", "*", "a/b", "a/b/c", ".hid", "5", "]", "-", "[a", "a\\", "aaaa",
		"A1", ".x", "yy", "abab", "b", "+(a"};
	static const int flags[] = {0, FNM_PATHNAME, FNM_PERIOD, FNM_NOESCAPE, FNM_LEADING_DIR, FNM_CASEFOLD, FNM_EXTMATCH,
		FNM_PATHNAME | FNM_PERIOD, FNM_EXTMATCH | FNM_PATHNAME | FNM_PERIOD};
	for (size_t p = 0; p < COUNT(patterns); p++) {
		printf("%s:", patterns[p]);
		for (size_t t = 0; t < COUNT(texts); t++) {
			printf(" ");
			for (size_t f = 0; f < COUNT(flags); f++)
				printf("%d", fnmatch(patterns[p], texts[t], flags[f]));
		}
		printf("\n");
	}
}

static int set;
static const struct option longs[] = {{"all", 0, NULL, 'a'}, {"alpha", 0, NULL, 1}, {"name", 1, NULL, 'n'}, {"opt", 2, NULL, 'o'},
	{"set", 0, &set, 7}, {"b-long", 1, NULL, 300}, {"x", 0, NULL, 'x'}, {0}};

static void options(const char *line, const char *letters, int only)
{
	char copy[100], *argv[20];
	int argc = 1, found, index = -1;
	argv[0] = "p";
	strcpy(copy, line);
	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	argv[argc] = NULL;
	optind = 0;
	printf("%s [%s]:", line, letters);
	do {
		index = -1;
		optopt = 0;
		found = only ? getopt_long_only(argc, argv, letters, longs, &index) : getopt_long(argc, argv, letters, longs, &index);
		printf(" %d(%s)%d,%d,%d", found, optarg ? optarg : "-", optind, optopt, index);
	} while (found != -1);
	for (int i = 0; i < argc; i++)
		printf(" %s", argv[i]);
	printf("\n");
}

int main(void)
{
	static const char *const lines[] = {"--all x", "--al", "--alp", "--name=v --name w", "--name", "--opt=5 --opt 5", "--all=3", "--set q",
		"--bogus", "--bog=1", "-n v --b=9", "f --all g -o5 h -o", "-- --all", "-all", "-x", "-name q", "-bogus", "-q", "--n", "--=x",
		"-W all", "-Wname=5 r", "-W", "-Wset", "-W name", "--name=", "-n"};
	static const char *const letters[] = {"an:o::", "+an:o::", "-an:o::", ":an:o::W;"};
	names();
	fflush(stdout);
	stderr = stdout;
	for (size_t i = 0; i < COUNT(lines); i++)
		for (size_t k = 0; k < COUNT(letters); k++) {
			options(lines[i], letters[k], 0);
			options(lines[i], letters[k], 1);
		}
	printf("%d\n", set);
	return 0;
}
