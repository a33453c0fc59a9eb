// getopt and getopt_long with GNU's permutation: options may follow the operands, which are moved behind them.
#define _GNU_SOURCE
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *optarg;
int optind = 1;
int opterr = 1;
int optopt = '?';

static char *next; // the rest of a group of letters such as "xvf"
static int first_operand, last_operand; // operands passed over, argv[first_operand] to argv[last_operand - 1]

// How operands are treated: as the first call asked, or the first after optind was set to 0.
static enum { PERMUTE, STOP_AT_OPERAND, RETURN_OPERANDS } order;

static void reverse(char **items, int from, int to)
{
	for (to--; from < to; from++, to--) {
		char *item = items[from];
		items[from] = items[to];
		items[to] = item;
	}
}

// The options found since stand before the operands that were passed over.
static void exchange(char **argv)
{
	if (first_operand != last_operand && last_operand != optind) {
		reverse(argv, first_operand, last_operand);
		reverse(argv, last_operand, optind);
		reverse(argv, first_operand, optind);
	}
	first_operand += optind - last_operand;
	last_operand = optind;
}

static int is_operand(const char *argument)
{
	return argument[0] != '-' || argument[1] == 0;
}

// Moves optind to the next option. Returns 0 when it stands there, else what getopt returns.
static int find_option(int argc, char **argv)
{
	if (last_operand > optind)
		last_operand = optind;
	if (first_operand > optind)
		first_operand = optind;
	if (order == PERMUTE) {
		exchange(argv);
		while (optind < argc && is_operand(argv[optind]))
			optind++;
		last_operand = optind;
	}
	if (optind != argc && strcmp(argv[optind], "--") == 0) {
		optind++;
		exchange(argv);
		last_operand = optind = argc;
	}
	if (optind == argc) {
		if (first_operand != last_operand)
			optind = first_operand;
		return -1;
	}
	if (is_operand(argv[optind])) {
		if (order == STOP_AT_OPERAND)
			return -1;
		optarg = argv[optind++];
		return 1;
	}
	return 0;
}

static int long_option(int argc, char **argv, const char *options, const struct option *all, int *index,
	int print, const char *prefix);

// The option last complained of, which every call tells anew.
int __getopt_culprit;

static int short_option(int argc, char **argv, const char *options, const struct option *all, int *index, int print)
{
	char letter = *next++;
	const char *found = letter == ':' || letter == ';' ? NULL : strchr(options, letter);
	if (*next == 0)
		optind++;
	if (found == NULL) {
		if (print)
			fprintf(stderr, "%s: invalid option -- '%c'\n", argv[0], letter);
		__getopt_culprit = letter;
		return '?';
	}
	if (letter == 'W' && found[1] == ';' && all) {
		// -W name is --name.
		if (*next == 0 && optind == argc) {
			if (print)
				fprintf(stderr, "%s: option requires an argument -- '%c'\n", argv[0], letter);
			__getopt_culprit = letter;
			return options[0] == ':' ? ':' : '?';
		}
		if (*next == 0)
			next = argv[optind];
		return long_option(argc, argv, options, all, index, print, "-W ");
	}
	if (found[1] != ':')
		return letter;
	if (*next) {
		optarg = next;
		optind++;
	} else if (found[2] == ':') {
		optarg = NULL;
	} else if (optind == argc) {
		if (print)
			fprintf(stderr, "%s: option requires an argument -- '%c'\n", argv[0], letter);
		__getopt_culprit = letter;
		letter = options[0] == ':' ? ':' : '?';
	} else {
		optarg = argv[optind++];
	}
	next = NULL;
	return letter;
}

static void print_ambiguous(char **argv, const char *prefix, const struct option *all, size_t length)
{
	fprintf(stderr, "%s: option '%s%s' is ambiguous; possibilities:", argv[0], prefix, next);
	for (; all->name; all++)
		if (strncmp(all->name, next, length) == 0)
			fprintf(stderr, " '%s%s'", prefix, all->name);
	fprintf(stderr, "\n");
}

static const struct option *find_long(const struct option *all, size_t length, int *ambiguous)
{
	const struct option *found = NULL;
	*ambiguous = 0;
	for (; all->name; all++) {
		if (strncmp(all->name, next, length) != 0)
			continue;
		if (strlen(all->name) == length) {
			*ambiguous = 0;
			return all;
		}
		if (found && (found->has_arg != all->has_arg || found->flag != all->flag || found->val != all->val))
			*ambiguous = 1;
		if (found == NULL)
			found = all;
	}
	return found;
}

static int long_option(int argc, char **argv, const char *options, const struct option *all, int *index,
	int print, const char *prefix)
{
	int ambiguous;
	size_t length = strcspn(next, "=");
	const struct option *found = find_long(all, length, &ambiguous);
	char *value = next[length] ? next + length + 1 : NULL;
	if (ambiguous || found == NULL) {
		if (print && ambiguous)
			print_ambiguous(argv, prefix, all, length);
		else if (print)
			fprintf(stderr, "%s: unrecognized option '%s%s'\n", argv[0], prefix, next);
		next = NULL;
		optind++;
		__getopt_culprit = 0;
		return '?';
	}
	next = NULL;
	optind++;
	if (value && found->has_arg == no_argument) {
		if (print)
			fprintf(stderr, "%s: option '%s%s' doesn't allow an argument\n", argv[0], prefix, found->name);
		__getopt_culprit = found->val;
		return '?';
	}
	if (value) {
		optarg = value;
	} else if (found->has_arg == required_argument) {
		if (optind == argc) {
			if (print)
				fprintf(stderr, "%s: option '%s%s' requires an argument\n", argv[0], prefix, found->name);
			__getopt_culprit = found->val;
			return options[0] == ':' ? ':' : '?';
		}
		optarg = argv[optind++];
	}
	if (index)
		*index = found - all;
	if (found->flag) {
		*found->flag = found->val;
		return 0;
	}
	return found->val;
}

static int find(int argc, char **argv, const char *options, const struct option *all, int *index, int long_only)
{
	if (argc < 1)
		return -1;
	optarg = NULL;
	if (optind == 0 || first_operand == 0) {
		if (optind == 0)
			optind = 1;
		first_operand = last_operand = optind;
		next = NULL;
		order = *options == '-' ? RETURN_OPERANDS : *options == '+' || getenv("POSIXLY_CORRECT") ? STOP_AT_OPERAND : PERMUTE;
	}
	if (*options == '-' || *options == '+')
		options++;
	int print = opterr && *options != ':';
	if (next && *next)
		return short_option(argc, argv, options, all, index, print);
	int result = find_option(argc, argv);
	if (result != 0)
		return result;
	if (all && argv[optind][1] == '-') {
		next = argv[optind] + 2;
		return long_option(argc, argv, options, all, index, print, "--");
	}
	next = argv[optind] + 1;
	int ambiguous;
	int letter_alone = next[1] == 0 || !strchr(options, *next);
	if (all && long_only && (find_long(all, strcspn(next, "="), &ambiguous) || letter_alone))
		if (next[1] || !strchr(options, *next))
			return long_option(argc, argv, options, all, index, print, "-");
	return short_option(argc, argv, options, all, index, print);
}

static int parse(int argc, char **argv, const char *options, const struct option *all, int *index, int long_only)
{
	int result = find(argc, argv, options, all, index, long_only);
	optopt = __getopt_culprit;
	return result;
}

int getopt(int argc, char *const argv[], const char *options)
{
	return parse(argc, (char **)argv, options, NULL, NULL, 0);
}

int getopt_long(int argc, char *const argv[], const char *options, const struct option *long_options,
	int *index)
{
	return parse(argc, (char **)argv, options, long_options, index, 0);
}

int getopt_long_only(int argc, char *const argv[], const char *options, const struct option *long_options,
	int *index)
{
	return parse(argc, (char **)argv, options, long_options, index, 1);
}
