/* clear: empties the screen of the terminal that TERM names. clear [-x] [-T TERM] */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
	const char *name, *screen, *history;
} terminals[] = {
	{"xterm", "\033[H\033[2J", "\033[3J"},
	{"xterm-256color", "\033[H\033[2J", "\033[3J"},
	{"linux", "\033[H\033[J", "\033[3J"},
	{"vt100", "\033[H\033[J", ""},
	{"ansi", "\033[H\033[J", ""},
	{"screen", "\033[H\033[J", ""},
};

static int usage(void)
{
	fputs("Usage: clear [options]\n\nOptions:\n  -T TERM     use this instead of $TERM\n"
	      "  -V          print curses-version\n  -x          do not try to clear scrollback\n",
		stderr);
	return 1;
}

int main(int argc, char **argv)
{
	const char *name = getenv("TERM");
	int option, keep = 0;
	while ((option = getopt(argc, argv, "T:Vx")) != -1)
		switch (option) {
		case 'T':
			name = optarg;
			break;
		case 'V':
			puts("ncurses 6.4.20221231");
			return 0;
		case 'x':
			keep = 1;
			break;
		default:
			return usage();
		}
	if (optind < argc)
		return usage();
	if (name == NULL) {
		fputs("TERM environment variable not set.\n", stderr);
		return 1;
	}
	/* It has no way to clear anything. */
	if (strcmp(name, "dumb") == 0)
		return 1;
	for (unsigned i = 0; i < sizeof terminals / sizeof *terminals; i++)
		if (strcmp(terminals[i].name, name) == 0) {
			printf("%s%s", terminals[i].screen, keep ? "" : terminals[i].history);
			return 0;
		}
	fprintf(stderr, "'%s': unknown terminal type.\n", name);
	return 1;
}
