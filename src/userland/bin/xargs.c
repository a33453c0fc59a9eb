/* xargs: runs a program with the words of standard input as arguments. xargs [-0rt] [-a FILE] [-d CHARACTER] [-n COUNT] [-L LINES] [-s BYTES] [-I TEXT] [-P PROCESSES] [PROGRAM [ARGUMENT…]] */
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "shared/shared.h"

#define MOST 1024
#define LONGEST 4096

static int ended = -1; /* words end with this character */
static int tracing;
static int ended_line;
static const char *last_word; /* ends the words */
static int unmatched; /* a quote */
static const char *replaced;
static int result;
static int running, most_running = 1;

/* Waits until one of them has ended, or all; ends xargs when that one's end says so. */
static void await(char **argv, int all)
{
	int status;
	while (running > 0 && wait(&status) > 0) {
		running--;
		if (WIFSIGNALED(status))
			error(125, 0, "%s: terminated by signal %d", argv[0], WTERMSIG(status));
		if (WEXITSTATUS(status) == 255)
			error(124, 0, "%s: exited with status 255; aborting", argv[0]);
		if (WEXITSTATUS(status) >= 126)
			exit(WEXITSTATUS(status));
		if (WEXITSTATUS(status))
			result = 123;
		if (!all)
			return;
	}
}

static void run(char **argv)
{
	for (char **word = argv; tracing && *word; word++) {
		const char *quote = strpbrk(*word, " \t\n\"$&()*;<>?[]`|~") || **word == 0 ? "'" : "";
		fprintf(stderr, "%s%s%s%c", quote, *word, quote, word[1] ? ' ' : '\n');
	}
	fflush(stdout);
	pid_t pid = fork();
	if (pid == -1)
		error(1, errno, "cannot fork");
	if (pid == 0) {
		execvp(argv[0], argv);
		int why = errno;
		error(0, why, "%s", argv[0]);
		_exit(why == ENOENT ? 127 : 126);
	}
	running++;
	if (running >= most_running)
		await(argv, 0);
}

/* The next word, or with -I line; NULL at the end. */
static char *next(void)
{
	char word[LONGEST];
	size_t length = 0;
	int quoted = 0;
	int c = getchar();
	while (ended < 0 && c != EOF && isspace(c))
		c = getchar();
	if (c == EOF)
		return NULL;
	for (; c != EOF && length + 1 < sizeof word; c = getchar()) {
		if (ended >= 0) {
			if (c == ended)
				break;
		} else if (quoted) {
			if (c == quoted) {
				quoted = 0;
				continue;
			}
			if (c == '\n') {
				unmatched = quoted;
				return NULL;
			}
		} else if (c == '\'' || c == '"') {
			quoted = c;
			continue;
		} else if (c == '\\') {
			c = getchar();
		} else if (c == '\n' || (!replaced && isspace(c))) {
			break;
		}
		word[length++] = c;
	}
	word[length] = 0;
	ended_line = c == '\n' || c == EOF;
	if (last_word && ended < 0 && strcmp(word, last_word) == 0)
		return NULL;
	return strdup(word);
}

static char *with(const char *text, const char *word)
{
	char made[LONGEST] = "";
	const char *found;
	while ((found = strstr(text, replaced)) != NULL) {
		strncat(made, text, found - text < LONGEST / 2 ? (size_t)(found - text) : 0);
		strncat(made, word, sizeof made - strlen(made) - 1);
		text = found + strlen(replaced);
	}
	strncat(made, text, sizeof made - strlen(made) - 1);
	return strdup(made);
}

static const struct option longs[] = {
	{"arg-file", required_argument, NULL, 'a'}, {"delimiter", required_argument, NULL, 'd'}, {"max-args", required_argument, NULL, 'n'},
	{"max-chars", required_argument, NULL, 's'}, {"max-lines", required_argument, NULL, 'L'}, {"max-procs", required_argument, NULL, 'P'},
	{"no-run-if-empty", no_argument, NULL, 'r'}, {"null", no_argument, NULL, '0'}, {"replace", optional_argument, NULL, 'i'},
	{"verbose", no_argument, NULL, 't'}, {NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	int option;
	int most = MOST;
	long room = 131072;
	int only_some = 0, most_lines = 0, lines = 0;
	while ((option = getopt_long(argc, argv, "+0a:d:E:ei::rtn:L:I:P:s:x", longs, NULL)) != -1) {
		switch (option) {
		case '0':
			ended = 0;
			break;
		case 'd':
			ended = optarg[0] == '\\' ? (optarg[1] == 'n' ? '\n' : optarg[1] == 't' ? '\t' : optarg[1] == '0' ? 0 : '\\') : (unsigned char)*optarg;
			break;
		case 't':
			tracing = 1;
			break;
		case 'L':
			most_lines = atoi(optarg);
			if (most_lines < 1) {
				error(0, 0, "value %s for -L option should be >= 1", optarg);
				refer_to_help(1);
			}
			break;
		case 'a':
			if (freopen(optarg, "r", stdin) == NULL)
				error(1, errno, "Cannot open input file '%s'", optarg);
			break;
		case 'P':
			most_running = atoi(optarg);
			if (most_running == 0)
				most_running = MOST;
			break;
		case 's':
			room = atol(optarg);
			break;
		case 'r':
			only_some = 1;
			break;
		case 'n':
			most = atoi(optarg);
			if (most < 1 || most > MOST) {
				error(0, 0, "value %s for -n option should be >= 1", optarg);
				refer_to_help(1);
			}
			break;
		case 'E':
			last_word = optarg;
			break;
		case 'e':
		case 'x':
			break;
		case 'i':
			replaced = optarg ? optarg : "{}";
			break;
		case 'I':
			replaced = optarg;
			break;
		default:
			refer_to_help(1);
		}
	}
	static char *echo[] = {"echo", NULL};
	char **command = optind < argc ? argv + optind : echo;
	int fixed = optind < argc ? argc - optind : 1;
	char **made = calloc(fixed + MOST + 1, sizeof *made);
	char *word;
	int count = 0, runs = 0;
	if (made == NULL)
		error(1, errno, "memory exhausted");
	memcpy(made, command, fixed * sizeof *made);
	long fixed_bytes = 0, bytes = 0;
	for (int i = 0; i < fixed; i++)
		fixed_bytes += strlen(command[i]) + 1;
	while ((word = next()) != NULL) {
		if (replaced) {
			for (int i = 0; i < fixed; i++)
				made[i] = with(command[i], word);
			run(made);
			runs++;
			continue;
		}
		long more = strlen(word) + 1;
		if (fixed_bytes + more > room)
			error(1, 0, "argument line too long");
		if (count && fixed_bytes + bytes + more > room) {
			made[fixed + count] = NULL;
			run(made);
			runs++;
			count = lines = bytes = 0;
		}
		bytes += more;
		made[fixed + count++] = word;
		lines += ended_line;
		if (count == most || (most_lines && lines == most_lines)) {
			made[fixed + count] = NULL;
			run(made);
			runs++;
			count = lines = bytes = 0;
		}
	}
	made[fixed + count] = NULL;
	if (count || (!runs && !only_some && !replaced))
		run(made);
	await(made, 1);
	if (unmatched)
		error(1, 0, "unmatched %s quote; by default quotes are special to xargs unless you use the -0 option",
			unmatched == '"' ? "double" : "single");
	return result;
}
