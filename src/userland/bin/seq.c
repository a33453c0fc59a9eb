/* seq: numbers in order. seq [-w] [-f FORMAT] [-s SEPARATOR] [FIRST [STEP]] LAST */
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int places;

static double number(const char *text)
{
	char *end;
	double value = strtod(text, &end);
	if (*text == 0 || *end) {
		error(0, 0, "invalid floating point argument: '%s'", text);
		fputs("Try 'seq --help' for more information.\n", stderr);
		exit(1);
	}
	const char *point = strchr(text, '.');
	if (point && (int)strlen(point + 1) > places)
		places = strlen(point + 1);
	return value;
}

/* The one conversion of a format of -f. */
static void check(const char *format)
{
	const char *at = format;
	int found = 0;
	while ((at = strchr(at, '%'))) {
		if (at[1] == '%') {
			at += 2;
			continue;
		}
		if (found++) {
			error(1, 0, "format '%s' has too many %% directives", format);
		}
		at++;
		at += strspn(at, "-+#0 '");
		at += strspn(at, "0123456789");
		if (*at == '.')
			at += 1 + strspn(at + 1, "0123456789");
		if (*at == 0)
			error(1, 0, "format '%s' ends in %%", format);
		if (!strchr("efgaEFGA", *at))
			error(1, 0, "format '%s' has unknown %%%c directive", format, *at);
	}
	if (!found)
		error(1, 0, "format '%s' has no %% directive", format);
}

int main(int argc, char **argv)
{
	double first = 1, step = 1, last;
	const char *separator = "\n", *format = NULL;
	int equal = 0;
	int at = 1;
	for (; at < argc && argv[at][0] == '-' && argv[at][1] && strchr("fsw-", argv[at][1]); at++) {
		const char *word = argv[at];
		if (word[1] == '-') {
			const char *value = strchr(word, '=');
			if (strcmp(word, "--") == 0) {
				at++;
				break;
			}
			if (strcmp(word, "--equal-width") == 0)
				equal = 1;
			else if (value && strncmp(word, "--format=", 9) == 0)
				format = value + 1;
			else if (value && strncmp(word, "--separator=", 12) == 0)
				separator = value + 1;
			else
				return fprintf(stderr, "%s: unrecognized option '%s'\nTry 'seq --help' for more information.\n", argv[0], word), 1;
			continue;
		}
		if (argv[at][1] == 'w')
			equal = 1;
		else if (argv[at][1] == 'f')
			format = argv[at][2] ? argv[at] + 2 : at + 1 < argc ? argv[++at] : "";
		else if (argv[at][2])
			separator = argv[at] + 2;
		else if (at + 1 < argc)
			separator = argv[++at];
	}
	if (format)
		check(format);
	int count = argc - at;
	if (count < 1 || count > 3) {
		if (count < 1)
			error(0, 0, "missing operand");
		else
			error(0, 0, "extra operand '%s'", argv[at + 3]);
		return fputs("Try 'seq --help' for more information.\n", stderr), 1;
	}
	if (count > 1)
		first = number(argv[at]);
	if (count > 2) {
		step = number(argv[at + 1]);
		if (step == 0) {
			error(0, 0, "invalid Zero increment value: '%s'", argv[at + 1]);
			return fputs("Try 'seq --help' for more information.\n", stderr), 1;
		}
	}
	int places_shown = places;
	last = number(argv[argc - 1]);
	places = places_shown;
	int width = 0;
	if (equal) {
		char text[64];
		int one = snprintf(text, sizeof text, "%.*f", places, first);
		int other = snprintf(text, sizeof text, "%.*f", places, last);
		width = one > other ? one : other;
	}
	const char *between = "";
	for (long i = 0;; i++) {
		double value = first + i * step;
		if (step > 0 ? value > last + step * 1e-9 : value < last + step * 1e-9)
			break;
		fputs(between, stdout);
		if (format)
			printf(format, value);
		else
			printf("%0*.*f", width, places, value);
		between = separator;
	}
	if (*between)
		putchar('\n');
	return 0;
}
