/* Variables of the shell, and the environment that programs get. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sh.h"

extern char **environ;

struct variable {
	struct variable *next;
	char *name;
	/* NULL: exported or readonly, but not set. */
	char *value;
	char exported, readonly;
};

/* A variable as it was before a function's `local` or a command's assignment. */
struct saved {
	struct saved *next;
	char *name, *value;
	char exported, readonly, existed;
};

static struct variable *variables;
struct saved *locals;

static char *copy_of(const char *text)
{
	char *copy = strdup(text);
	if (copy == NULL)
		fail("Out of space");
	return copy;
}

static struct variable *find(const char *name)
{
	for (struct variable *variable = variables; variable; variable = variable->next)
		if (strcmp(variable->name, name) == 0)
			return variable;
	return NULL;
}

static struct variable *find_or_make(const char *name)
{
	struct variable *variable = find(name);
	struct variable **place = &variables;
	if (variable)
		return variable;
	if ((variable = calloc(1, sizeof *variable)) == NULL)
		fail("Out of space");
	variable->name = copy_of(name);
	while (*place && strcmp((*place)->name, name) < 0)
		place = &(*place)->next;
	variable->next = *place;
	*place = variable;
	return variable;
}

const char *value_of(const char *name)
{
	struct variable *variable = find(name);
	return variable ? variable->value : NULL;
}

void assign(const char *name, const char *value)
{
	struct variable *variable = find_or_make(name);
	if (variable->readonly)
		fail("%s: is read only", name);
	char *old = variable->value;
	variable->value = copy_of(value);
	free(old);
	if (options.allexport)
		variable->exported = 1;
	if (strcmp(name, "OPTIND") == 0)
		restart_getopts(value);
	else if (strcmp(name, "PATH") == 0)
		forget_found();
}

int is_readonly(const char *name)
{
	struct variable *variable = find(name);
	return variable && variable->readonly;
}

void export_name(const char *name, int readonly)
{
	struct variable *variable = find_or_make(name);
	if (readonly)
		variable->readonly = 1;
	else
		variable->exported = 1;
}

static void forget(const char *name)
{
	for (struct variable **place = &variables; *place; place = &(*place)->next) {
		struct variable *variable = *place;
		if (strcmp(variable->name, name) != 0)
			continue;
		*place = variable->next;
		free(variable->name);
		free(variable->value);
		free(variable);
		return;
	}
}

void unset(const char *name)
{
	struct variable *variable = find(name);
	if (variable && variable->readonly)
		fail("%s: is read only", name);
	forget(name);
}

/* So that a shell reads it back as it is. */
void print_quoted(const char *value)
{
	do {
		size_t plain = strcspn(value, "'");
		size_t quotes = strspn(value + plain, "'");
		printf("'%.*s'", (int)plain, value);
		if (quotes)
			printf("\"%.*s\"", (int)quotes, value + plain);
		value += plain + quotes;
	} while (*value);
}

/* `set`, `export -p`, `readonly -p`. */
void print_variables(const char *prefix)
{
	for (struct variable *variable = variables; variable; variable = variable->next) {
		if (*prefix == 'e' ? !variable->exported : *prefix == 'r' ? !variable->readonly : variable->value == NULL)
			continue;
		printf("%s%s%s", prefix, *prefix ? " " : "", variable->name);
		if (variable->value) {
			putchar('=');
			print_quoted(variable->value);
		}
		putchar('\n');
	}
}

char **environment(void)
{
	size_t count = 0;
	for (struct variable *variable = variables; variable; variable = variable->next)
		count++;
	char **list = keep((count + 1) * sizeof *list);
	count = 0;
	for (struct variable *variable = variables; variable; variable = variable->next) {
		if (!variable->exported || variable->value == NULL)
			continue;
		size_t length = strlen(variable->name);
		char *entry = keep(length + strlen(variable->value) + 2);
		memcpy(entry, variable->name, length);
		entry[length] = '=';
		strcpy(entry + length + 1, variable->value);
		list[count++] = entry;
	}
	return list;
}

void take_environment(void)
{
	for (char **entry = environ; *entry; entry++) {
		char *equals = strchr(*entry, '=');
		if (equals == NULL || !is_name(*entry, equals - *entry))
			continue;
		char *name = keep_text(*entry, equals - *entry);
		assign(name, equals + 1);
		export_name(name, 0);
	}
	if (value_of("PATH") == NULL)
		assign("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
	if (value_of("IFS") == NULL || getenv("IFS"))
		assign("IFS", " \t\n");
	assign("OPTIND", "1");
	if (value_of("PS1") == NULL)
		assign("PS1", geteuid() == 0 ? "# " : "$ ");
	if (value_of("PS2") == NULL)
		assign("PS2", "> ");
	if (value_of("PS4") == NULL)
		assign("PS4", "+ ");
	char number[24];
	snprintf(number, sizeof number, "%d", (int)getppid());
	assign("PPID", number);
	take_place();
}

struct saved *save_variable(const char *name, struct saved *list)
{
	struct variable *variable = find(name);
	struct saved *saved = calloc(1, sizeof *saved);
	if (saved == NULL)
		fail("Out of space");
	saved->next = list;
	saved->name = copy_of(name);
	if (variable) {
		saved->existed = 1;
		saved->exported = variable->exported;
		saved->readonly = variable->readonly;
		saved->value = variable->value ? copy_of(variable->value) : NULL;
	}
	return saved;
}

void restore_variables(struct saved *list)
{
	while (list) {
		struct saved *saved = list;
		forget(saved->name);
		if (saved->existed) {
			struct variable *variable = find_or_make(saved->name);
			variable->exported = saved->exported;
			variable->readonly = saved->readonly;
			variable->value = saved->value;
		}
		list = saved->next;
		free(saved->name);
		free(saved);
	}
}

void make_local(const char *name)
{
	locals = save_variable(name, locals);
}
