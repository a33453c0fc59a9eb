/* Running commands: from the tree to processes. See POSIX 2.9. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "sh.h"

int status;
enum skip skipping;
int skip_levels;
int loops;
int functions_deep;
/* The process in which the shell began. */
int root = 1;

static struct function *functions;
int tested;

struct function *find_function(const char *name)
{
	struct function *function = functions;
	while (function && strcmp(function->name, name) != 0)
		function = function->next;
	return function;
}

void forget_function(const char *name)
{
	for (struct function **place = &functions; *place; place = &(*place)->next) {
		if (strcmp((*place)->name, name) == 0) {
			*place = (*place)->next;
			return;
		}
	}
}

static void define(struct node *node)
{
	struct function *function = find_function(node->name);
	hold = 1;
	if (function == NULL) {
		function = keep(sizeof *function);
		function->name = node->name;
		function->next = functions;
		functions = function;
	}
	function->body = node->first;
}

_Noreturn void leave(int with)
{
	status = with;
	run_exit_trap();
	fflush(stdout);
	_exit(status);
}

/* ---- programs ---- */

static int is_program(const char *path)
{
	struct stat file;
	return stat(path, &file) == 0 && S_ISREG(file.st_mode) && access(path, X_OK) == 0;
}

/* Along PATH; NULL when there is none. */
char *find_program(const char *name)
{
	const char *path = value_of("PATH");
	if (strchr(name, '/'))
		return is_program(name) ? keep_text(name, strlen(name)) : NULL;
	while (path && *path) {
		size_t length = strcspn(path, ":");
		char *full = keep(length + strlen(name) + 2);
		memcpy(full, path, length);
		if (length)
			full[length++] = '/';
		strcpy(full + length, name);
		if (is_program(full))
			return full;
		path += strcspn(path, ":");
		path += *path == ':';
	}
	return NULL;
}

struct found *found;

void forget_found(void)
{
	while (found) {
		struct found *next = found->next;
		free(found->name);
		free(found->path);
		free(found);
		found = next;
	}
}

/* Looks for a program and keeps where it is; 0 when it is nowhere. */
int remember_found(const char *name)
{
	char *path = strchr(name, '/') ? NULL : find_program(name);
	if (path == NULL)
		return strchr(name, '/') != NULL;
	struct found *entry = found;
	while (entry && strcmp(entry->name, name) != 0)
		entry = entry->next;
	if (entry)
		return 1;
	if ((entry = calloc(1, sizeof *entry)) == NULL)
		fail("Out of space");
	entry->name = strdup(name);
	entry->path = strdup(path);
	entry->next = found;
	found = entry;
	return 1;
}

static void try_path(const char *path, char **argv, char **envp)
{
	execve(path, argv, envp);
	if (errno != ENOEXEC)
		return;
	/* A file that is no program is a script. */
	int count = 0;
	while (argv[count])
		count++;
	char **script = keep((count + 2) * sizeof *script);
	script[0] = "sh";
	script[1] = keep_text(path, strlen(path));
	for (int i = 1; i <= count; i++)
		script[i + 1] = argv[i];
	execve("/bin/sh", script, envp);
}

_Noreturn void execute(char **argv)
{
	char **envp = environment();
	int error = ENOENT;
	const char *path = value_of("PATH");
	if (strchr(argv[0], '/')) {
		try_path(argv[0], argv, envp);
		error = errno;
	} else {
		while (path && *path) {
			size_t length = strcspn(path, ":");
			char *full = keep(length + strlen(argv[0]) + 2);
			memcpy(full, path, length);
			if (length)
				full[length++] = '/';
			strcpy(full + length, argv[0]);
			try_path(full, argv, envp);
			if (errno != ENOENT && errno != ENOTDIR)
				error = errno;
			path += strcspn(path, ":");
			path += *path == ':';
		}
	}
	int missing = error == ENOENT || error == ENOTDIR;
	if (*argv[0] == 0)
		complain(": Permission denied");
	else if (missing)
		complain("%s: not found", argv[0]);
	else
		complain("%s: %s", argv[0], strerror(error));
	fflush(stdout);
	_exit(missing || *argv[0] == 0 ? 127 : 126);
}

/* ---- simple commands ---- */

/* `name=value` for each, expanded. */
static char **assign_all(const struct word *words, int exported, struct saved **saved)
{
	size_t count = 0;
	for (const struct word *word = words; word; word = word->next)
		count++;
	char **given = keep((count + 1) * sizeof *given);
	for (count = 0; words; words = words->next) {
		size_t length = strcspn(words->text, "=");
		char *name = keep_text(words->text, length);
		char *value = expand_value(words->text + length + 1);
		if (is_readonly(name))
			fail("%s: is read only", name);
		if (saved)
			*saved = save_variable(name, *saved);
		assign(name, value);
		if (exported)
			export_name(name, 0);
		given[count] = keep(length + strlen(value) + 2);
		sprintf(given[count++], "%s=%s", name, value);
	}
	return given;
}

/* set -x: the line is written at once, so that those of a pipeline do not mix. */
static void trace(char **given, char **argv, int fd)
{
	struct buffer text = {0};
	const char *ps4 = value_of("PS4");
	const char *between = "";
	fflush(stdout);
	put_text(&text, ps4 ? expand_here(ps4) : "", 0);
	for (; *given || *argv; between = " ") {
		put_text(&text, between, 0);
		put_text(&text, *given ? *given++ : *argv++, 0);
	}
	put(&text, '\n', 0);
	(void)!write(fd, text.text, text.length);
	free(text.text);
	free(text.how);
}

static int call_function(struct function *function, int argc, char **argv)
{
	char **outer = arguments;
	int outer_count = argument_count;
	struct saved *outer_locals = locals;
	int outer_loops = loops;
	struct node *body = function->body;
	locals = NULL;
	loops = 0;
	functions_deep++;
	arguments = argv + 1;
	argument_count = argc - 1;
	run(body, 0);
	functions_deep--;
	loops = outer_loops;
	arguments = outer;
	argument_count = outer_count;
	restore_variables(locals);
	locals = outer_locals;
	if (skipping == RETURN)
		skipping = GO_ON;
	return status;
}

/* exec without a command: its redirections stay. */
static int is_bare_exec(char **argv)
{
	return strcmp(argv[0], "exec") == 0 && argv[1] == NULL;
}

/* An error of one that is not special ends it alone, with status 2. */
int run_builtin(builtin *builtin, int special, int argc, char **argv)
{
	const char *outer = command_name;
	jmp_buf here;
	jmp_buf *outer_error = on_error;
	struct input *input = current_input();
	char **outer_arguments = arguments;
	int outer_count = argument_count;
	int outer_loops = loops;
	int deep = functions_deep;
	int level = redirect_level();
	command_name = argv[0];
	if (special) {
		int result = builtin(argc, argv);
		command_name = outer;
		return result;
	}
	on_error = &here;
	int result = setjmp(here) ? 2 : builtin(argc, argv);
	on_error = outer_error;
	command_name = outer;
	if (current_input() != input)
		done_reading(input);
	arguments = outer_arguments;
	argument_count = outer_count;
	loops = outer_loops;
	functions_deep = deep;
	undo_redirects(level);
	return result;
}

static void flush_output(const char *name)
{
	fflush(stdout);
	if (!ferror(stdout))
		return;
	clearerr(stdout);
	if (name == NULL)
		return;
	const char *outer = command_name;
	command_name = name;
	complain("%s: I/O error", name);
	command_name = outer;
	status = 1;
}

static int run_in_shell(struct node *node, builtin *builtin, struct function *function, int special, int argc,
	char **argv)
{
	int level = redirect_level();
	struct saved *saved = NULL;
	if (redirect(node->redirects, 1) == -1) {
		undo_redirects(level);
		if (special && !options.interactive)
			leave(2);
		return status = 2;
	}
	char **given = assign_all(node->assignments, !special, special ? NULL : &saved);
	if (options.xtrace && (argc || *given))
		trace(given, argv, former_error_output(level));
	if (argc == 0)
		status = substituted >= 0 ? substituted : 0;
	else if (function)
		status = call_function(function, argc, argv);
	else
		status = run_builtin(builtin, special, argc, argv);
	flush_output(builtin ? argv[0] : NULL);
	if (argc > 0 && is_bare_exec(argv) && status == 0)
		forget_redirects();
	undo_redirects(level);
	restore_variables(saved);
	return status;
}

static int run_simple(struct node *node, int flags)
{
	int argc;
	int special = 0;
	substituted = -1;
	line = node->line;
	char **argv = expand_words(node->words, &argc);
	expand_redirects(node->redirects);
	line = node->line;
	struct function *function = argc ? find_function(argv[0]) : NULL;
	builtin *builtin = argc && !function ? find_builtin(argv[0], &special) : NULL;
	if (argc == 0 || function || builtin)
		return run_in_shell(node, builtin, function, special || argc == 0, argc, argv);
	struct saved *saved = NULL;
	char **given = assign_all(node->assignments, 1, &saved);
	if (options.xtrace)
		trace(given, argv, 2);
	struct job *job = NULL;
	if (have_traps())
		flags &= ~MAY_EXIT;
	if (!(flags & MAY_EXIT)) {
		remember_found(argv[0]);
		job = new_job(node);
		fflush(stdout);
	}
	if ((flags & MAY_EXIT) || fork_for(job, 0) == 0) {
		if (redirect(node->redirects, 0) == -1)
			_exit(2);
		if (flags & MAY_EXIT)
			default_signals(0);
		execute(argv);
	}
	restore_variables(saved);
	status = wait_for_job(job);
	if (job_state(job) == ENDED)
		drop_job(job);
	return status;
}

/* ---- the rest ---- */

static int finish(struct job *job)
{
	status = wait_for_job(job);
	if (job_state(job) == ENDED)
		drop_job(job);
	return status;
}

static int run_subshell(struct node *node, int flags)
{
	fflush(stdout);
	if (!(flags & MAY_EXIT) || have_traps()) {
		struct job *job = new_job(node);
		if (fork_for(job, 0) != 0)
			return finish(job);
	}
	root = 0;
	expand_redirects(node->redirects);
	if (redirect(node->redirects, 0) == -1)
		leave(2);
	leave(run(node->first, MAY_EXIT));
}

/* What runs in the background does not read what the shell reads. */
static void read_nothing(const struct job *job)
{
	int null = job->controlled ? -1 : open("/dev/null", O_RDONLY);
	if (null > 0) {
		dup2(null, 0);
		close(null);
	}
}

static int run_pipeline(struct node *node, int background)
{
	struct job *job = new_job(node);
	int before = -1;
	fflush(stdout);
	for (struct node *part = node->first; part; part = part->next) {
		int ends[2] = {-1, -1};
		if (part->next && pipe(ends) == -1)
			fail("Pipe call failed");
		if (fork_for(job, background) == 0) {
			root = 0;
			if (before > 0) {
				dup2(before, 0);
				close(before);
			} else if (background) {
				read_nothing(job);
			}
			if (ends[1] >= 0) {
				close(ends[0]);
				if (ends[1] != 1) {
					dup2(ends[1], 1);
					close(ends[1]);
				}
			}
			leave(run(part, MAY_EXIT));
		}
		if (before >= 0)
			close(before);
		if (ends[1] >= 0)
			close(ends[1]);
		before = ends[0];
	}
	if (background)
		return status = 0;
	return finish(job);
}

static int run_background(struct node *node)
{
	if (node->first->kind == PIPELINE)
		return run_pipeline(node->first, 1);
	struct job *job = new_job(node);
	fflush(stdout);
	if (fork_for(job, 1) != 0)
		return status = 0;
	root = 0;
	read_nothing(job);
	leave(run(node->first, MAY_EXIT));
}

static int loop_goes_on(void)
{
	if (skipping == GO_ON)
		return 1;
	if (skipping == BREAK_LOOP || skipping == NEXT_ROUND) {
		int again = skipping == NEXT_ROUND && skip_levels <= 1;
		if (--skip_levels <= 0)
			skipping = GO_ON;
		return again;
	}
	return 0;
}

static int run_while(struct node *node)
{
	int last = 0;
	loops++;
	for (;;) {
		struct mark here = mark();
		tested++;
		int condition = run(node->first, TESTED) == 0;
		tested--;
		if (skipping != GO_ON) {
			if (!loop_goes_on())
				break;
			continue;
		}
		if (condition != (node->kind == WHILE))
			break;
		last = run(node->second, 0);
		release(here);
		if (!loop_goes_on())
			break;
	}
	loops--;
	return status = last;
}

static int run_for(struct node *node)
{
	int count = argument_count;
	char **list = node->all_arguments ? arguments : expand_words(node->words, &count);
	status = 0;
	loops++;
	for (int i = 0; i < count; i++) {
		struct mark here = mark();
		assign(node->name, list[i]);
		run(node->second, 0);
		release(here);
		if (!loop_goes_on())
			break;
	}
	loops--;
	return status;
}

static int run_case(struct node *node)
{
	char *value = expand_text(node->name);
	for (struct branch *branch = node->branches; branch; branch = branch->next) {
		for (struct word *pattern = branch->patterns; pattern; pattern = pattern->next) {
			if (!matches(expand_pattern(pattern->text), value))
				continue;
			if (branch->body == NULL)
				return status = 0;
			return run(branch->body, 0);
		}
	}
	return status = 0;
}

static int condition(struct node *node)
{
	tested++;
	int result = run(node, TESTED);
	tested--;
	return result == 0;
}

static int run_compound(struct node *node, int flags)
{
	switch (node->kind) {
	case GROUP:
		return run(node->first, flags);
	case IF:
		if (condition(node->first))
			return skipping == GO_ON ? run(node->second, flags) : status;
		if (skipping != GO_ON)
			return status;
		return node->third ? run(node->third, flags) : (status = 0);
	case WHILE:
	case UNTIL:
		return run_while(node);
	case FOR:
		return run_for(node);
	default:
		return run_case(node);
	}
}

static int run_redirected(struct node *node, int flags)
{
	int level = redirect_level();
	if (node->redirects == NULL)
		return run_compound(node, flags);
	expand_redirects(node->redirects);
	if (redirect(node->redirects, 1) == -1)
		status = 2;
	else
		run_compound(node, 0);
	fflush(stdout);
	undo_redirects(level);
	return status;
}

static int run_logic(struct node *node, int flags)
{
	int first = condition(node->first);
	if (skipping != GO_ON || first != (node->kind == AND))
		return status;
	return run(node->second, flags);
}

static void check_errexit(const struct node *node)
{
	if (!options.errexit || status == 0 || tested || skipping != GO_ON)
		return;
	if (node->kind == SIMPLE || node->kind == PIPELINE || node->kind == SUBSHELL)
		leave(status);
}

int run(struct node *node, int flags)
{
	if (node == NULL || (options.noexec && !options.interactive))
		return status;
	if (interrupted && options.interactive)
		fail("%s", "");
	switch (node->kind) {
	case SIMPLE:
		run_simple(node, flags);
		break;
	case PIPELINE:
		run_pipeline(node, 0);
		break;
	case AND:
	case OR:
		run_logic(node, flags);
		break;
	case SEQUENCE:
		run(node->first, flags & TESTED);
		if (skipping == GO_ON)
			run(node->second, flags);
		break;
	case BACKGROUND:
		run_background(node);
		break;
	case NOT:
		if (condition(node->first))
			status = skipping == GO_ON ? 1 : status;
		else if (skipping == GO_ON)
			status = 0;
		break;
	case SUBSHELL:
		run_subshell(node, flags);
		break;
	case FUNCTION:
		define(node);
		status = 0;
		break;
	default:
		run_redirected(node, flags);
	}
	run_traps();
	check_errexit(node);
	return status;
}

/* The commands of a text, in this shell; behind its last nothing more is done when `flags` has MAY_EXIT. */
int run_text(const char *text, int flags)
{
	struct input *before = read_from_text(text);
	int outer_prompt = prompt;
	prompt = 0;
	int any = 0;
	do {
		struct mark here = mark();
		struct node *node = parse();
		if (node) {
			run(node, at_end ? flags : 0);
			any = 1;
		}
		release(here);
	} while (!at_end && skipping == GO_ON);
	done_reading(before);
	prompt = outer_prompt;
	at_end = 0;
	return any ? status : (status = 0);
}

/* All commands of the input, a person's or a script's. The shell stays for the last, as Debian's dash does for those of -c too. */
int run_input(int interactive)
{
	do {
		struct mark here = mark();
		if (interactive)
			prompt = 1;
		struct node *node = parse();
		if (node) {
			prompt = 0;
			warned -= warned > 0;
			run(node, 0);
		}
		run_traps();
		release(here);
		if (skipping == SKIP_FILE || skipping == RETURN)
			break;
		skipping = GO_ON;
	} while (!at_end);
	return status;
}
