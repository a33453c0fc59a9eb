/* argp: options by a table, operands, and the texts made from it. */
#include "row.h"
#include <argp.h>
#include <stdarg.h>

const char *argp_program_version = "copier 1.0";
const char *argp_program_bug_address = "<nobody@example.org>";

enum { ABORT = 1, SLOW = 300 };

static struct argp_option options[] = {
	{"verbose", 'v', 0, 0, "Say more", 0},
	{"quiet", 'q', 0, 0, "Don't produce any output", 0},
	{"silent", 's', 0, OPTION_ALIAS, 0, 0},
	{"output", 'o', "FILE", 0, "Output to FILE instead of standard output", 0},
	{0, 'n', "NUMBER", 0, "A letter alone", 0},
	{0, 0, 0, 0, "The following options belong together:", 0},
	{"repeat", 'r', "COUNT", OPTION_ARG_OPTIONAL, "Repeat the output COUNT (default 10) times, which takes more than a line to say", 0},
	{"abort", ABORT, 0, 0, "Abort before showing any output", 0},
	{"slowly", SLOW, 0, OPTION_HIDDEN, "Not told", 0},
	{"a-name-that-is-very-long", 'X', "SOMETHING", 0, "Begins a line of its own", 0},
	{0},
};

static const char doc[] = "A program with options and operands.\vWhat comes after the options is filled into lines of "
			  "their usual length; but a line can be ended here:\n<-- where this stands.";

static error_t parse(int key, char *argument, struct argp_state *state)
{
	switch (key) {
	case ABORT:
	case SLOW:
	case 'v':
	case 'q':
	case 'o':
	case 'n':
	case 'X':
		printf("%d %s\n", key, argument ? argument : "-");
		return 0;
	case 'r':
		if (argument && atoi(argument) < 0)
			argp_error(state, "bad count %s", argument);
		printf("r %s\n", argument ? argument : "-");
		return 0;
	case ARGP_KEY_ARG:
		if (state->arg_num >= 3)
			return ARGP_ERR_UNKNOWN;
		printf("operand %u %s\n", state->arg_num, argument);
		return 0;
	case ARGP_KEY_NO_ARGS:
		argp_usage(state);
		return 0;
	case ARGP_KEY_END:
		printf("end %u\n", state->arg_num);
		if (state->arg_num == 2)
			argp_failure(state, 3, ENOENT, "no %s", "third");
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

static struct argp table = {options, parse, "SOURCE [TARGET...]\n--abort", doc, 0, 0, 0};

static void with(int *place, int count, ...)
{
	char *words[12] = {"./there/copier"};
	va_list list;
	va_start(list, count);
	printf("##");
	for (int i = 1; i <= count; i++)
		printf(" %s", words[i] = va_arg(list, char *));
	va_end(list);
	printf("\n");
	fflush(stdout);
	if (fork() == 0) {
		dup2(1, 2);
		error_t error = argp_parse(&table, count + 1, words, 0, place, NULL);
		printf("%d, at %d\n", error, place ? *place : -1);
		exit(0);
	}
	int status;
	wait(&status);
	show_status("ended", status);
}

int main(void)
{
	int place = 0;
	with(NULL, 1, "--help");
	with(NULL, 1, "-?");
	with(NULL, 1, "--usage");
	with(NULL, 1, "--version");
	with(NULL, 1, "-V");
	with(NULL, 0);
	with(NULL, 4, "-v", "--output=f", "x", "y");
	with(NULL, 5, "x", "-vq", "-r5", "-n7", "--abort");
	with(NULL, 3, "--sil", "-s", "x");
	with(NULL, 2, "--bogus", "x");
	with(NULL, 2, "-Z", "x");
	with(NULL, 1, "--output");
	with(NULL, 1, "-o");
	with(NULL, 3, "-r", "x", "z");
	with(NULL, 3, "--repeat=-3", "x", "z");
	with(NULL, 4, "--", "-v", "b", "c");
	with(NULL, 4, "a", "b", "c", "d");
	with(&place, 4, "a", "b", "c", "d");
	argp_help(&table, stdout, ARGP_HELP_LONG, "name");
	return 0;
}
