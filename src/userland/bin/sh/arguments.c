/* Options among arguments: those of the shell's own commands, and getopts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "sh.h"

const char *option_value;

/* The rest of the word that next_option is in. */
static const char *in_word;

int next_option(int argc, char **argv, int *at, const char *allowed)
{
	if (in_word == NULL || *in_word == 0) {
		in_word = NULL;
		if (*at >= argc || argv[*at][0] != '-' || argv[*at][1] == 0)
			return 0;
		in_word = argv[(*at)++] + 1;
		if (strcmp(in_word, "-") == 0) {
			in_word = NULL;
			return 0;
		}
	}
	int letter = *in_word++;
	const char *found = letter == ':' ? NULL : strchr(allowed, letter);
	if (found == NULL) {
		in_word = NULL;
		fail("Illegal option -%c", letter);
	}
	if (found[1] != ':')
		return letter;
	option_value = *in_word ? in_word : *at < argc ? argv[(*at)++] : NULL;
	in_word = NULL;
	if (option_value == NULL)
		fail("No arg for -%c option", letter);
	return letter;
}

/* Where getopts is: the word, counted from 1, and how far in the word before it. */
static long next_word = 1;
static size_t offset;

/* OPTIND was assigned. */
void restart_getopts(const char *number)
{
	next_word = number_of(number);
	if (next_word == 0)
		next_word = 1;
	offset = 0;
}

static void set_letter(const char *name, int letter)
{
	char text[2] = {letter, 0};
	assign(name, text);
}

/* An option that is not allowed, or lacks its value. */
static int refuse(int quiet, int letter, const char *complaint, int quiet_answer)
{
	if (quiet) {
		set_letter("OPTARG", letter);
		return quiet_answer;
	}
	fflush(stdout);
	fprintf(stderr, complaint, letter);
	unset("OPTARG");
	return '?';
}

int getopts_command(int argc, char **argv)
{
	if (argc < 3)
		fail("Usage: getopts optstring var [arg...]");
	char **words = argc > 3 ? argv + 3 : arguments;
	int count = argc > 3 ? argc - 3 : argument_count;
	const char *allowed = argv[1];
	int quiet = *allowed == ':';
	int answer = '?';
	int ended = 0;
	if (next_word > count + 1) {
		next_word = 1;
		offset = 0;
	}
	long at = next_word;
	const char *rest = NULL;
	if (at > 1 && offset > 0 && strlen(words[at - 2]) > offset)
		rest = words[at - 2] + offset;
	if (rest == NULL) {
		const char *word = at <= count ? words[at - 1] : NULL;
		ended = word == NULL || word[0] != '-' || word[1] == 0;
		if (!ended) {
			at++;
			ended = strcmp(word, "--") == 0;
			rest = word + 1;
		}
	}
	if (!ended) {
		answer = *rest++;
		const char *found = answer == ':' ? NULL : strchr(allowed, answer);
		if (found == NULL) {
			answer = refuse(quiet, answer, "Illegal option -%c\n", '?');
		} else if (found[1] != ':') {
			assign("OPTARG", "");
		} else if (*rest || at <= count) {
			assign("OPTARG", *rest ? rest : words[at++ - 1]);
			rest = NULL;
		} else {
			answer = refuse(quiet, answer, "No arg for -%c option\n", ':');
		}
	}
	char number[24];
	snprintf(number, sizeof number, "%ld", at);
	assign("OPTIND", number);
	set_letter(argv[2], answer);
	next_word = at;
	offset = !ended && rest ? (size_t)(rest - words[at - 2]) : 0;
	return ended;
}
