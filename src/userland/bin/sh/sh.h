/* The shell's own words: what a command is, and what each file does for the others. */
#ifndef SH_H
#define SH_H

#include <setjmp.h>
#include <stddef.h>
#include <sys/types.h>

/* ---- the tree of commands ---- */

enum kind {
	SIMPLE, PIPELINE, AND, OR, SEQUENCE, BACKGROUND, NOT, SUBSHELL, GROUP, IF, WHILE, UNTIL, FOR, CASE, FUNCTION
};

/* A word as it stands in the source, with its quotes. */
struct word {
	struct word *next;
	char *text;
};

enum redirection { FROM, TO, OVER, APPEND, BOTH, COPY, HERE };

struct redirect {
	struct redirect *next;
	enum redirection kind;
	int fd;
	/* COPY: from a descriptor for reading, `<&`. */
	int reading;
	/* The word, or the text of a here-document; then as expanded. */
	char *text, *word;
	/* HERE: its delimiter was quoted, so nothing in it is expanded. */
	int literal;
};

/* One `pattern) list ;;` of a case. */
struct branch {
	struct branch *next;
	struct word *patterns;
	struct node *body;
};

struct node {
	enum kind kind;
	int line;
	/* PIPELINE: a list by `next`. */
	struct node *first, *second, *third, *next;
	/* SIMPLE: `name=value` before the command; then the command. FOR: what the variable goes through. */
	struct word *assignments, *words;
	struct redirect *redirects;
	/* FOR: the variable. CASE: the word. FUNCTION: its name. */
	char *name;
	struct branch *branches;
	/* FOR without `in`. */
	int all_arguments;
};

/* ---- memory.c ---- */
void *keep(size_t size);
char *keep_text(const char *text, size_t length);
struct mark {
	struct block *block;
	size_t used;
};
struct mark mark(void);
void release(struct mark to);
/* A function was defined: what was parsed stays. */
extern int hold;

/* A text that grows. */
struct buffer {
	char *text;
	unsigned char *how;
	size_t length, room;
};
void put(struct buffer *buffer, int c, int how);
void put_text(struct buffer *buffer, const char *text, int how);

/* ---- input.c ---- */
#define END (-1)
struct input;
struct input *read_from_text(const char *text);
struct input *read_from_descriptor(int fd);
struct input *current_input(void);
/* The text of that alias comes before what is left; 0 when there is none, or this is in it. */
int read_alias(const char *name);
/* Forgets aliases that have been read, or only those whose text ends in a blank. 1 if the last ended so. */
int end_aliases(int with_blank);
void done_reading(struct input *before);
int next_char(void);
void back(int c);
/* The line that is run, and the one that is read. */
extern int line;
extern int reading;
/* Which prompt comes before the next line: 0 none, 1 PS1, 2 PS2. */
extern int prompt;

/* ---- parse.c ---- */
/* The next command of the input; NULL for an empty line. Sets at_end. */
struct node *parse(void);
extern int at_end;
int is_name(const char *text, size_t length);
int is_reserved(const char *word);

/* ---- cases.c ---- */
struct cases {
	char word[8];
	size_t length;
	int begun;
	/* A command may begin here. */
	int command;
	int after_in;
	/* `case` without its `esac`. */
	int open;
};
void note_letter(struct cases *cases, int c);
int ends_pattern(struct cases *cases);

/* ---- text.c ---- */
char *command_text(const struct node *node);

/* ---- variables.c ---- */
const char *value_of(const char *name);
void assign(const char *name, const char *value);
void export_name(const char *name, int readonly);
void unset(const char *name);
int is_readonly(const char *name);
void print_quoted(const char *value);
void print_variables(const char *prefix);
char **environment(void);
void take_environment(void);
void make_local(const char *name);
struct saved *save_variable(const char *name, struct saved *list);
void restore_variables(struct saved *list);
extern struct saved *locals;

/* ---- expand.c ---- */
char **expand_words(const struct word *words, int *count);
char *expand_text(const char *raw);
/* The value of an assignment. */
char *expand_value(const char *raw);
char *expand_pattern(const char *raw);
char *expand_here(const char *raw);
/* The last command substitution's status, or -1 for none since it was set so. */
extern int substituted;

/* ---- arithmetic.c ---- */
long arithmetic(const char *text);

/* ---- pattern.c ---- */
int matches(const char *pattern, const char *text);
/* Adds the names that match; 0 when there are none. */
int glob_into(const char *pattern, char ***list, int *count, int *room);

/* ---- redirect.c ---- */
void expand_redirects(struct redirect *redirects);
int redirect(const struct redirect *redirects, int keep_old);
int former_error_output(int level);
void undo_redirects(int level);
int redirect_level(void);
void forget_redirects(void);

/* ---- jobs.c ---- */
#define MOST_PROCESSES 32
struct process {
	pid_t pid;
	int status;
	enum { RUNNING, STOPPED, ENDED } state;
};
struct job {
	struct job *next;
	int number;
	struct process processes[MOST_PROCESSES];
	int count;
	pid_t group;
	char *text;
	int foreground, changed, controlled;
	/* `wait` has told its status: the next job may take its place. */
	int waited;
};
struct job *new_job(const struct node *node);
pid_t fork_for(struct job *job, int background);
int wait_for_job(struct job *job);
struct job *find_job(const char *name);
int reap(int block, struct job *own);
int job_status(const struct job *job);
int job_state(const struct job *job);
void report_jobs(int all, int fd);
void forget_jobs(void);
void continue_job(struct job *job, int foreground);
void print_job(struct job *job, int fd, int form);
void drop_job(struct job *job);
void start_job_control(void);
extern struct job *jobs;
extern pid_t last_background;
extern int job_control;
extern int terminal;
/* Commands for which a second `exit` leaves in spite of stopped jobs. */
extern int warned;

/* ---- traps.c ---- */
int signal_number(const char *name);
const char *signal_short(int number);
int set_trap(int argc, char **argv);
void run_traps(void);
void run_exit_trap(void);
void clear_traps(void);
int have_traps(void);
int trap_pending(void);
void default_signals(int background);
void interactive_signals(void);
extern volatile int interrupted;

/* ---- builtins.c ---- */
typedef int builtin(int argc, char **argv);
/* `special` is set for those whose assignments stay and whose errors end a script. */
builtin *find_builtin(const char *name, int *special);
long number_of(const char *text);

/* ---- aliases.c ---- */
const char *alias_of(const char *name);
builtin alias_command, unalias_command;

/* ---- places.c ---- */
builtin cd_command, pwd_command;
void take_place(void);

/* ---- arguments.c ---- */
/* An option letter of argv[*at], as `allowed` lists them; 0 behind the last, when *at is the first operand. */
int next_option(int argc, char **argv, int *at, const char *allowed);
extern const char *option_value;
void restart_getopts(const char *number);
builtin getopts_command;

/* ---- limits.c ---- */
builtin umask_command, ulimit_command, times_command;

/* ---- run.c ---- */
#define MAY_EXIT 1
#define TESTED 2
int run(struct node *node, int flags);
int run_text(const char *text, int flags);
int run_input(int interactive);
struct function {
	struct function *next;
	char *name;
	struct node *body;
};
struct function *find_function(const char *name);
void forget_function(const char *name);
_Noreturn void leave(int status);
char *find_program(const char *name);
/* The programs that were found, for `hash` and `type`. */
struct found {
	struct found *next;
	char *name, *path;
};
extern struct found *found;
void forget_found(void);
int remember_found(const char *name);
int run_builtin(builtin *builtin, int special, int argc, char **argv);
_Noreturn void execute(char **argv);
extern int status;
enum skip { GO_ON, BREAK_LOOP, NEXT_ROUND, RETURN, SKIP_FILE };
extern enum skip skipping;
extern int skip_levels;
extern int loops;
extern int functions_deep;
extern int root;
/* A command whose failure is looked at: `set -e` does not apply. */
extern int tested;

/* ---- main.c ---- */
extern struct options {
	char errexit, noglob, ignoreeof, interactive, monitor, noexec, stdin, xtrace, verbose, vi, emacs, noclobber,
		allexport, notify, nounset;
} options;
const char *option_letters(void);
void print_options(int as_commands);
/* Where an error of a command that is not special goes; NULL: it ends the script. */
extern jmp_buf *on_error;
extern char **arguments;
extern int argument_count;
extern const char *shell_name;
extern const char *command_name;
extern pid_t shell_pid;
void set_arguments(char **list, int count);
/* `command` is set to 1 by a -c of the command line, whose options these are when it is not NULL. */
int set_options(int argc, char **argv, int *at, int *command);
_Noreturn void fail(const char *format, ...);
void complain(const char *format, ...);

#endif
