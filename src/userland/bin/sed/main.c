/* sed: edits lines as they pass. sed [-nEsi] [-e SCRIPT] [-f FILE] [SCRIPT] [FILE…] */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sed.h"

int extended, quiet, separate;

/* A piece that ends with a backslash goes on in the next one, as a line does. */
static void add_piece(const char *piece)
{
	static struct space waiting;
	int goes_on = waiting.length > 1 && waiting.text[waiting.length - 2] == '\\';
	if (waiting.length > 0 && goes_on) {
		waiting.text[waiting.length - 1] = '\n';
	} else {
		if (waiting.length > 0)
			compile_script(waiting.text);
		waiting = (struct space){0};
	}
	if (piece)
		append(&waiting, piece, strlen(piece) + 1);
}

static void script_of(const char *path)
{
	FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
	struct space script = {0};
	int c;
	if (f == NULL) {
		fprintf(stderr, "sed: couldn't open file %s: %s\n", path, strerror(errno));
		exit(4);
	}
	while ((c = getc(f)) != EOF)
		append_byte(&script, (char)c);
	if (script.length > 0 && script.text[script.length - 1] == '\n')
		script.length--;
	append_byte(&script, '\0');
	add_piece(script.text);
}

static void usage(void)
{
	fputs("Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n", stderr);
	exit(1);
}

int main(int argc, char **argv)
{
	static const struct option longs[] = {{"quiet", 0, NULL, 'n'}, {"silent", 0, NULL, 'n'}, {"expression", 1, NULL, 'e'},
		{"file", 1, NULL, 'f'}, {"regexp-extended", 0, NULL, 'E'}, {"in-place", 0, NULL, 'i'}, {"separate", 0, NULL, 's'},
		{NULL, 0, NULL, 0}};
	int option, in_place = 0, given = 0;
	while ((option = getopt_long(argc, argv, "nErsie:f:", longs, NULL)) != -1) {
		switch (option) {
		case 'n':
			quiet = 1;
			break;
		case 'E':
		case 'r':
			extended = 1;
			break;
		case 'i':
			in_place = separate = 1;
			break;
		case 's':
			separate = 1;
			break;
		case 'e':
			add_piece(optarg);
			given = 1;
			break;
		case 'f':
			script_of(optarg);
			given = 1;
			break;
		default:
			usage();
		}
	}
	if (!given && optind == argc)
		usage();
	if (!given)
		add_piece(argv[optind++]);
	add_piece(NULL);
	finish_script();
	return run_script(argv + optind, in_place);
}
