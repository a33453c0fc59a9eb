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

jmp_buf *on_error;

/* Says what is wrong, if anything, and ends the command, or a script; a person gets a new prompt. */
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
	if (on_error && status == 2) {
		jmp_buf *to = on_error;
		on_error = NULL;
		longjmp(*to, 1);
	}
	if (options.interactive)
		longjmp(top, 1);
	leave(status);
}

/* ---- options and arguments ---- */

static const struct {
	const char *name;
	char letter;
	char *place;
} names[] = {
	{"errexit", 'e', &options.errexit}, {"noglob", 'f', &options.noglob}, {"ignoreeof", 'I', &options.ignoreeof},
	{"interactive", 'i', &options.interactive}, {"monitor", 'm', &options.monitor}, {"noexec", 'n', &options.noexec},
	{"stdin", 's', &options.stdin}, {"xtrace", 'x', &options.xtrace}, {"verbose", 'v', &options.verbose},
	{"vi", 'V', &options.vi}, {"emacs", 'E', &options.emacs}, {"noclobber", 'C', &options.noclobber},
	{"allexport", 'a', &options.allexport}, {"notify", 'b', &options.notify}, {"nounset", 'u', &options.nounset}
};
#define NAMES (int)(sizeof names / sizeof *names)

/* `$-`. */
const char *option_letters(void)
{
	static char letters[NAMES + 1];
	int count = 0;
	for (int i = NAMES - 1; i >= 0; i--)
		if (*names[i].place)
			letters[count++] = names[i].letter;
	letters[count] = 0;
	return letters;
}

/* `set -o` and `set +o`. */
void print_options(int as_commands)
{
	static const char *const unknown[] = {"privileged", "nolog", "debug"};
	if (!as_commands)
		puts("Current option settings");
	for (int i = 0; i < NAMES + 3; i++) {
		const char *name = i < NAMES ? names[i].name : unknown[i - NAMES];
		int on = i < NAMES && *names[i].place;
		if (as_commands)
			printf("set %co %s\n", on ? '-' : '+', name);
		else
			printf("%-15s %s\n", name, on ? "on" : "off");
	}
}

static int set_letter(char letter, int on)
{
	for (int i = 0; i < NAMES; i++) {
		if (names[i].letter == letter) {
			*names[i].place = on;
			return 0;
		}
	}
	return -1;
}

static void set_long(const char *name, int on)
{
	for (int i = 0; i < NAMES; i++) {
		if (strcmp(names[i].name, name) == 0) {
			*names[i].place = on;
			return;
		}
	}
	fail("Illegal option %co %s", on ? '-' : '+', name);
}

/* Options from argv[*at] on. 1 after `--`. */
int set_options(int argc, char **argv, int *at, int *command)
{
	while (*at < argc) {
		const char *word = argv[*at];
		int on = *word == '-';
		if (*word != '-' && *word != '+')
			return 0;
		++*at;
		if (strcmp(word, "--") == 0)
			return 1;
		if (word[1] == 0) {
			if (on && !command)
				options.xtrace = options.verbose = 0;
			return 0;
		}
		for (word++; *word; word++) {
			if (*word == 'c' && command)
				*command = 1;
			else if (*word == 'o' && *at == argc)
				print_options(!on);
			else if (*word == 'o')
				set_long(argv[(*at)++], on);
			else if (set_letter(*word, on) == -1)
				fail("Illegal option %c%c", on ? '-' : '+', *word);
		}
		if (options.monitor && !command)
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
	int has_command = 0;
	char *command = NULL;
	shell_pid = getpid();
	if (argc > 0 && argv[0])
		shell_name = argv[0];
	line = 0;
	take_environment();
	set_options(argc, argv, &at, &has_command);
	if (has_command && at == argc)
		fail("-c requires an argument");
	line = 1;
	if (has_command) {
		command = argv[at++];
		if (at < argc)
			shell_name = argv[at++];
	} else if (at < argc && !options.stdin) {
		script_name = argv[at];
		open_script(script_name);
		shell_name = script_name;
		at++;
	} else {
		options.stdin = 1;
	}
	set_arguments(argv + at, argc - at);
	if (command) {
		if (options.monitor)
			start_job_control();
		read_from_text(command);
		leave(run_input(0));
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
