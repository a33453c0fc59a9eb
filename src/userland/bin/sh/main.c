/* sh: the shell. sh [-eimnuvx] [-c COMMAND | FILE] [ARGUMENT…] */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../shared/shared.h"
#include "sh.h"

struct options options;
const int by_itself = 0;
const char *tool_name = "sh";
char **arguments;
int argument_count;
const char *shell_name = "sh";
pid_t shell_pid;

/* The shell's own command that is running: it begins its complaints. */
const char *command_name;

static jmp_buf top;
static const char *script_name;

static void say(const char *format, va_list rest)
{
	fflush(stdout);
	fprintf(stderr, "%s: %d: ", shell_name, line);
	if (command_name)
		fprintf(stderr, "%s: ", command_name);
	vfprintf(stderr, format, rest);
	fputc('\n', stderr);
}

/* Says what is wrong and goes on. */
void complain(const char *format, ...)
{
	va_list rest;
	va_start(rest, format);
	say(format, rest);
	va_end(rest);
}

/* Says what is wrong, if anything, and ends a script; a person gets a new prompt. */
_Noreturn void fail(const char *format, ...)
{
	va_list rest;
	va_start(rest, format);
	if (interrupted && options.interactive) {
		interrupted = 0;
		(void)!write(2, "\n", 1);
		status = 130;
	} else {
		say(format, rest);
		status = 2;
	}
	va_end(rest);
	if (options.interactive)
		longjmp(top, 1);
	leave(status);
}

/* ---- options and arguments ---- */

static int set_letter(char letter, int on)
{
	static const char letters[] = "exufminv";
	char *const places[] = {
		&options.errexit, &options.xtrace, &options.nounset, &options.noglob, &options.monitor,
		&options.interactive, &options.noexec, &options.verbose
	};
	const char *found = letter ? strchr(letters, letter) : NULL;
	if (found == NULL)
		return -1;
	*places[found - letters] = on;
	return 0;
}

static void set_long(const char *name, int on)
{
	static const struct {
		const char *name;
		char letter;
	} names[] = {
		{"errexit", 'e'}, {"xtrace", 'x'}, {"nounset", 'u'}, {"noglob", 'f'}, {"monitor", 'm'}, {"noexec", 'n'},
		{"verbose", 'v'}
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(names[i].name, name) == 0) {
			set_letter(names[i].letter, on);
			return;
		}
	}
	fail("Illegal option -o %s", name);
}

/* Options from argv[*at] on. 1 after `--`. */
int set_options(int argc, char **argv, int *at)
{
	for (; *at < argc; ++*at) {
		const char *word = argv[*at];
		int on = *word == '-';
		if ((*word != '-' && *word != '+') || word[1] == 0)
			return 0;
		if (strcmp(word, "--") == 0) {
			++*at;
			return 1;
		}
		for (word++; *word; word++) {
			if (*word == 'c' || *word == 's')
				return 2;
			if (*word == 'o') {
				if (++*at == argc)
					fail("-o requires an argument");
				set_long(argv[*at], on);
				break;
			}
			if (set_letter(*word, on) == -1)
				fail("Illegal option %c%c", on ? '-' : '+', *word);
		}
		if (options.monitor)
			start_job_control();
		else
			job_control = 0;
	}
	return 0;
}

void set_arguments(char **list, int count)
{
	char **copy = calloc(count + 1, sizeof *copy);
	if (copy == NULL)
		fail("Out of space");
	for (int i = 0; i < count; i++)
		copy[i] = strdup(list[i]);
	arguments = copy;
	argument_count = count;
}

/* ---- the beginning ---- */

static void open_script(const char *path)
{
	int fd = open(path, O_RDONLY);
	if (fd == -1) {
		fprintf(stderr, "%s: 0: cannot open %s: %s\n", shell_name, path,
			errno == ENOENT ? "No such file" : strerror(errno));
		_exit(2);
	}
	int moved = fcntl(fd, F_DUPFD_CLOEXEC, 10);
	close(fd);
	read_from_descriptor(moved);
}

static _Noreturn void converse(void)
{
	interactive_signals();
	if (options.monitor)
		start_job_control();
	struct input *before = read_from_descriptor(0);
	for (;;) {
		if (setjmp(top)) {
			undo_redirects(0);
			skipping = GO_ON;
			command_name = NULL;
			loops = functions_deep = 0;
			int so_far = reading;
			done_reading(before);
			before = read_from_descriptor(0);
			reading = so_far;
		}
		run_input(1);
		if (at_end)
			break;
	}
	if (options.interactive)
		fputc('\n', stderr);
	leave(status);
}

int main(int argc, char **argv)
{
	int at = 1;
	char *command = NULL;
	shell_pid = getpid();
	if (argc > 0 && argv[0])
		shell_name = argv[0];
	take_environment();
	if (set_options(argc, argv, &at) == 2) {
		int text = strchr(argv[at], 'c') != NULL;
		for (const char *letter = argv[at] + 1; *letter; letter++)
			if (*letter != 'c' && *letter != 's' && set_letter(*letter, 1) == -1)
				fail("Illegal option -%c", *letter);
		at++;
		if (text) {
			if (at == argc) {
				fprintf(stderr, "%s: 0: -c requires an argument\n", shell_name);
				return 2;
			}
			command = argv[at++];
			if (at < argc)
				shell_name = argv[at++];
		}
	} else if (at < argc) {
		script_name = argv[at];
	}
	if (script_name) {
		open_script(script_name);
		shell_name = script_name;
		at++;
	}
	set_arguments(argv + at, argc - at);
	if (command) {
		read_from_text(command);
		leave(run_input(-1));
	}
	if (script_name)
		leave(run_input(0));
	if (options.interactive || (isatty(0) && isatty(2))) {
		options.interactive = options.monitor = 1;
		converse();
	}
	read_from_descriptor(0);
	leave(run_input(0));
}
