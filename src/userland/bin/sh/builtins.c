/* The commands that the shell does itself. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../shared/shared.h"
#include "sh.h"

static int do_nothing(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return 0;
}

static int false_command(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return 1;
}

long number_of(const char *text)
{
	if (*text == 0 || text[strspn(text, "0123456789")])
		fail("Illegal number: %s", text);
	return atol(text);
}

/* ---- going on elsewhere ---- */

static int leave_loop(int argc, char **argv)
{
	int levels = argc > 1 ? number_of(argv[1]) : 1;
	if (levels < 1)
		fail("Illegal number: %s", argv[1]);
	if (loops == 0)
		return 0;
	skip_levels = levels > loops ? loops : levels;
	skipping = *argv[0] == 'b' ? BREAK_LOOP : NEXT_ROUND;
	return 0;
}

static int return_command(int argc, char **argv)
{
	int with = argc > 1 ? number_of(argv[1]) : status;
	skipping = functions_deep > 0 ? RETURN : SKIP_FILE;
	return with;
}

static int exit_command(int argc, char **argv)
{
	if (options.interactive && !warned)
		for (struct job *job = jobs; job; job = job->next)
			if (job_state(job) == STOPPED) {
				fputs("You have stopped jobs.\n", stderr);
				warned = 2;
				return 0;
			}
	leave(argc > 1 ? number_of(argv[1]) & 255 : status);
}

static int eval_command(int argc, char **argv)
{
	struct buffer text = {0};
	if (argc < 2)
		return 0;
	for (int i = 1; i < argc; i++) {
		if (i > 1)
			put(&text, ' ', 0);
		put_text(&text, argv[i], 0);
	}
	put(&text, 0, 0);
	char *kept = keep_text(text.text, text.length);
	free(text.text);
	free(text.how);
	return run_text(kept, 0);
}

static int dot_command(int argc, char **argv)
{
	if (argc < 2)
		return 0;
	char *path = keep_text(argv[1], strlen(argv[1]));
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1 && strchr(path, '/') == NULL)
		fail("%s: not found", path);
	if (fd == -1)
		fail("cannot open %s: %s", path, errno == ENOENT ? "No such file" : strerror(errno));
	int moved = fcntl(fd, F_DUPFD_CLOEXEC, 10);
	close(fd);
	int outer_line = reading;
	int outer_prompt = prompt;
	prompt = 0;
	status = 0;
	command_name = path;
	struct input *before = read_from_descriptor(moved);
	run_input(0);
	done_reading(before);
	reading = outer_line;
	prompt = outer_prompt;
	at_end = 0;
	if (skipping == SKIP_FILE || skipping == RETURN)
		skipping = GO_ON;
	return status;
}

static int exec_command(int argc, char **argv)
{
	if (argc < 2)
		return 0;
	options.interactive = 0;
	forget_redirects();
	default_signals(0);
	execute(argv + 1);
}

/* ---- variables and options ---- */

static int export_command(int argc, char **argv)
{
	int readonly = *argv[0] == 'r';
	int at = 1;
	while (next_option(argc, argv, &at, "p"))
		;
	if (at == argc) {
		print_variables(argv[0]);
		return 0;
	}
	for (; at < argc; at++) {
		char *equals = strchr(argv[at], '=');
		char *name = keep_text(argv[at], equals ? (size_t)(equals - argv[at]) : strlen(argv[at]));
		if (!is_name(name, strlen(name)))
			fail("%s: bad variable name", name);
		if (equals)
			assign(name, equals + 1);
		export_name(name, readonly);
	}
	return 0;
}

static int local_command(int argc, char **argv)
{
	if (functions_deep == 0)
		fail("not in a function");
	for (int i = 1; i < argc; i++) {
		char *equals = strchr(argv[i], '=');
		char *name = keep_text(argv[i], equals ? (size_t)(equals - argv[i]) : strlen(argv[i]));
		if (is_readonly(name) && equals)
			fail("%s: is read only", name);
		make_local(name);
		if (equals)
			assign(name, equals + 1);
	}
	return 0;
}

static int unset_command(int argc, char **argv)
{
	int functions_too = 0;
	int at = 1;
	int letter;
	while ((letter = next_option(argc, argv, &at, "fv")))
		functions_too = letter == 'f';
	for (; at < argc; at++) {
		if (functions_too)
			forget_function(argv[at]);
		else if (!is_name(argv[at], strlen(argv[at])))
			fail("%s: bad variable name", argv[at]);
		else
			unset(argv[at]);
	}
	return 0;
}

static int set_command(int argc, char **argv)
{
	int at = 1;
	if (argc == 1) {
		print_variables("");
		return 0;
	}
	int given = set_options(argc, argv, &at, NULL);
	if (at < argc || given)
		set_arguments(argv + at, argc - at);
	return 0;
}

static int shift_command(int argc, char **argv)
{
	int by = argc > 1 ? number_of(argv[1]) : 1;
	if (by > argument_count)
		fail("can't shift that many");
	arguments += by;
	argument_count -= by;
	return 0;
}

/* ---- input and output ---- */

static int read_byte(void)
{
	char c;
	ssize_t count;
	while ((count = read(0, &c, 1)) == -1 && errno == EINTR)
		if (trap_pending())
			return END;
	return count == 1 ? (unsigned char)c : END;
}

/* Reads a line; a backslash takes the next character as it is, unless `raw`. Quoted ones are marked. */
static int read_line(struct buffer *row, int raw)
{
	int c;
	while ((c = read_byte()) != '\n') {
		if (c == END)
			return 1;
		if (c == '\\' && !raw) {
			c = read_byte();
			if (c == '\n')
				continue;
			if (c == END)
				return 1;
			put(row, c, 1);
		} else if (c != 0) {
			put(row, c, 0);
		}
	}
	return 0;
}

static int separates(const struct buffer *row, size_t at, const char *ifs)
{
	return at < row->length && !row->how[at] && strchr(ifs, row->text[at]) != NULL;
}

static int blank(const struct buffer *row, size_t at, const char *ifs)
{
	return separates(row, at, ifs) && strchr(" \t\n", row->text[at]) != NULL;
}

static int read_command(int argc, char **argv)
{
	struct buffer row = {0};
	const char *ifs = value_of("IFS");
	int raw = 0;
	int at = 1;
	int letter;
	while ((letter = next_option(argc, argv, &at, "p:r"))) {
		if (letter == 'r')
			raw = 1;
		else if (isatty(0))
			fputs(option_value, stderr);
	}
	if (at == argc)
		fail("arg count");
	for (int i = at; i < argc; i++)
		if (!is_name(argv[i], strlen(argv[i])))
			fail("%s: bad variable name", argv[i]);
	fflush(stdout);
	put(&row, 0, 0);
	row.length = 0;
	int ended = read_line(&row, raw);
	if (ifs == NULL)
		ifs = " \t\n";
	size_t from = 0;
	while (blank(&row, from, ifs))
		from++;
	for (; at < argc; at++) {
		size_t end = from;
		if (at == argc - 1) {
			end = row.length;
			while (end > from && blank(&row, end - 1, ifs))
				end--;
			size_t first = from;
			while (first < end && !separates(&row, first, ifs))
				first++;
			/* One separator at the very end ends the last field and is no part of it. */
			if (first == end - 1 && end > from && separates(&row, first, ifs))
				end--;
		} else {
			while (end < row.length && !separates(&row, end, ifs))
				end++;
		}
		assign(argv[at], keep_text(row.text + from, end - from));
		from = end;
		while (blank(&row, from, ifs))
			from++;
		if (separates(&row, from, ifs))
			from++;
		while (blank(&row, from, ifs))
			from++;
	}
	free(row.text);
	free(row.how);
	return ended;
}

/* As dash has it: backslashes mean something, and only -n is an option. */
static int echo_command(int argc, char **argv)
{
	int at = 1;
	int newline = 1;
	if (argc > 1 && strcmp(argv[1], "-n") == 0) {
		newline = 0;
		at++;
	}
	for (int first = at; at < argc; at++) {
		if (at > first)
			putchar(' ');
		for (const char *c = argv[at]; *c; c++) {
			static const char letters[] = "abfnrtv\\";
			static const char meanings[] = "\a\b\f\n\r\t\v\\";
			const char *found;
			if (*c != '\\' || c[1] == 0) {
				putchar(*c);
			} else if (c[1] == 'c') {
				return 0;
			} else if (c[1] >= '0' && c[1] <= '7') {
				int value = 0;
				int most = c[1] == '0' ? 4 : 3;
				for (int digits = 0; digits < most && c[1] >= '0' && c[1] <= '7'; digits++)
					value = value * 8 + *++c - '0';
				putchar(value);
			} else if ((found = strchr(letters, c[1])) != NULL) {
				putchar(meanings[found - letters]);
				c++;
			} else {
				putchar(*c);
			}
		}
	}
	if (newline)
		putchar('\n');
	return 0;
}

/* ---- jobs ---- */

static int jobs_command(int argc, char **argv)
{
	int form = argc > 1 && argv[1][0] == '-' ? argv[1][1] : 1;
	report_jobs(form, 1);
	return 0;
}

static int fg_command(int argc, char **argv)
{
	int foreground = argv[0][0] == 'f';
	struct job *job = find_job(argc > 1 ? argv[1] : NULL);
	if (job == NULL)
		return 2;
	if (!job->controlled) {
		complain("job %%%d not created under job control", job->number);
		return 2;
	}
	if (foreground)
		printf("%s\n", job->text);
	else
		printf("[%d] %s\n", job->number, job->text);
	fflush(stdout);
	continue_job(job, foreground);
	if (!foreground)
		return 0;
	int result = wait_for_job(job);
	if (job_state(job) == ENDED)
		drop_job(job);
	return result;
}

/* The next prompt will tell of it. */
static int is_news(const struct job *job)
{
	return options.interactive && job->changed;
}

static int wait_for(struct job *job, int tell)
{
	while (job_state(job) == RUNNING) {
		if (reap(1, tell ? job : NULL) == -1) {
			int signal = trap_pending();
			if (signal)
				return 128 + signal;
			if (errno != EINTR)
				break;
		}
	}
	int result = job_status(job);
	if (job_state(job) == ENDED && tell && options.interactive)
		drop_job(job);
	else
		job->waited = 1;
	return result;
}

static int wait_command(int argc, char **argv)
{
	int result = 0;
	int at = 1;
	next_option(argc, argv, &at, "");
	if (at == argc) {
		struct job *job = jobs;
		while (job) {
			if (job_state(job) == RUNNING) {
				result = wait_for(job, 0);
				if (result > 128 && trap_pending())
					return result;
				job = jobs;
				continue;
			}
			struct job *next = job->next;
			job->waited = 1;
			if (job_state(job) == ENDED && options.interactive && !is_news(job))
				drop_job(job);
			job = next;
		}
		return 0;
	}
	for (; at < argc; at++) {
		struct job *job = find_job(argv[at]);
		result = job ? wait_for(job, 1) : 127;
	}
	return result;
}

static int kill_command(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (argv[i][0] != '%')
			continue;
		struct job *job = find_job(argv[i]);
		char *target = keep(16);
		/* The blank keeps a group from looking like an option. Without job control there is no such group. */
		snprintf(target, 16, " %d", -(int)job->processes[0].pid);
		argv[i] = target;
	}
	return kill_main(argc, argv);
}

/* ---- about commands ---- */

static int hash_command(int argc, char **argv)
{
	int result = 0;
	int at = 1;
	while (next_option(argc, argv, &at, "r"))
		forget_found();
	if (argc == 1)
		for (struct found *entry = found; entry; entry = entry->next)
			puts(entry->path);
	for (; at < argc; at++) {
		int special;
		if (find_builtin(argv[at], &special) || find_function(argv[at]) || remember_found(argv[at]))
			continue;
		complain("%s: not found", argv[at]);
		result = 1;
	}
	return result;
}

static int is_tracked(const char *name)
{
	struct found *entry = found;
	while (entry && strcmp(entry->name, name) != 0)
		entry = entry->next;
	return entry != NULL;
}

static int tell(const char *name, int verbose)
{
	int special;
	struct function *function = find_function(name);
	if (is_reserved(name)) {
		printf(verbose ? "%s is a shell keyword\n" : "%s\n", name);
		return 0;
	}
	if (alias_of(name)) {
		if (verbose) {
			printf("%s is an alias for %s\n", name, alias_of(name));
		} else {
			printf("alias %s=", name);
			print_quoted(alias_of(name));
			putchar('\n');
		}
		return 0;
	}
	if (function || find_builtin(name, &special)) {
		if (!verbose)
			puts(name);
		else if (function)
			printf("%s is a shell function\n", name);
		else
			printf("%s is a %sshell builtin\n", name, special ? "special " : "");
		return 0;
	}
	char *path = find_program(name);
	if (path && verbose)
		printf("%s is %s%s\n", name, is_tracked(name) ? "a tracked alias for " : "", path);
	else if (path)
		puts(path);
	else if (verbose)
		printf("%s: not found\n", name);
	if (path)
		remember_found(name);
	return path ? 0 : 127;
}

static int type_command(int argc, char **argv)
{
	int result = 0;
	for (int i = 1; i < argc; i++)
		result |= tell(argv[i], 1);
	return result;
}

static int command_command(int argc, char **argv)
{
	int special;
	int at = 1;
	int how = 0;
	int letter;
	while ((letter = next_option(argc, argv, &at, "pvV")))
		how = letter == 'p' ? how : letter;
	if (at == argc)
		return 0;
	if (how)
		return tell(argv[at], how == 'V');
	builtin *builtin = find_builtin(argv[at], &special);
	if (builtin)
		return run_builtin(builtin, 1, argc - at, argv + at);
	command_name = NULL;
	fflush(stdout);
	struct job *job = new_job(NULL);
	if (fork_for(job, 0) == 0)
		execute(argv + at);
	int result = wait_for_job(job);
	if (job_state(job) == ENDED)
		drop_job(job);
	return result;
}

static const struct {
	const char *name;
	builtin *command;
	int special;
} all[] = {
	{".", dot_command, 1}, {":", do_nothing, 1}, {"[", test_main, 0}, {"alias", alias_command, 0},
	{"bg", fg_command, 0}, {"break", leave_loop, 1}, {"cd", cd_command, 0}, {"command", command_command, 0},
	{"continue", leave_loop, 1}, {"echo", echo_command, 0}, {"eval", eval_command, 1}, {"exec", exec_command, 1},
	{"exit", exit_command, 1}, {"export", export_command, 1}, {"false", false_command, 0}, {"fg", fg_command, 0},
	{"getopts", getopts_command, 0}, {"hash", hash_command, 0}, {"jobs", jobs_command, 0},
	{"kill", kill_command, 0}, {"local", local_command, 1}, {"printf", printf_main, 0}, {"pwd", pwd_command, 0},
	{"read", read_command, 0}, {"readonly", export_command, 1}, {"return", return_command, 1},
	{"set", set_command, 1}, {"shift", shift_command, 1}, {"test", test_main, 0}, {"times", times_command, 1},
	{"trap", set_trap, 1}, {"true", do_nothing, 0}, {"type", type_command, 0}, {"ulimit", ulimit_command, 0},
	{"umask", umask_command, 0}, {"unalias", unalias_command, 0}, {"unset", unset_command, 1},
	{"wait", wait_command, 0}
};

builtin *find_builtin(const char *name, int *special)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		if (strcmp(all[i].name, name) == 0) {
			*special = all[i].special;
			return all[i].command;
		}
	}
	return NULL;
}
