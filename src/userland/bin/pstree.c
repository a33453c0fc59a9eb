/* pstree: processes under their parents. pstree [-aAcglnpsT] [PID] */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/process.h"
#include "shared/shared.h"

static struct process *all;
static int count, with_pids, with_groups, with_arguments, never_joined, by_pid, with_parents;
/* Columns of open branches, and the column reached. */
static int open_at[64], depth, column;
/* Brackets to close where the line ends. */
static int brackets;

static int by_name(const void *first, const void *second)
{
	const struct process *a = *(struct process *const *)first;
	const struct process *b = *(struct process *const *)second;
	int order = by_pid ? 0 : strcmp(a->name, b->name);
	return order ? order : a->pid - b->pid;
}

static int children_of(int pid, struct process **children)
{
	int found = 0;
	for (int i = 0; i < count; i++)
		if (all[i].ppid == pid)
			children[found++] = &all[i];
	qsort(children, found, sizeof *children, by_name);
	return found;
}

static int same(const struct process *a, const struct process *b)
{
	struct process **ones = calloc(count + 1, sizeof *ones), **others = calloc(count + 1, sizeof *others);
	int number = children_of(a->pid, ones);
	int equal = strcmp(a->name, b->name) == 0 && children_of(b->pid, others) == number;
	for (int i = 0; equal && i < number; i++)
		equal = same(ones[i], others[i]);
	free(ones);
	free(others);
	return equal;
}

static void out(const char *text)
{
	column += printf("%s", text);
}

/* A name in brackets when the process has ended; its numbers behind it. */
static void label(const struct process *process, char *text, size_t size)
{
	char numbers[40] = "";
	char pid[16] = "", group[16] = "";
	if (with_pids)
		snprintf(pid, sizeof pid, "%d", process->pid);
	if (with_groups)
		snprintf(group, sizeof group, "%d", process->pgid);
	const char *comma = *pid && *group ? "," : "";
	if (*pid || *group)
		snprintf(numbers, sizeof numbers, with_arguments ? ",%s%s%s" : "(%s%s%s)", pid, comma, group);
	int in_brackets = with_arguments && process->state == 'Z';
	snprintf(text, size, "%s%s%s%s", in_brackets ? "(" : "", process->name, numbers, in_brackets ? ")" : "");
}

/* -a: a line for each, with its arguments. */
static void show_lines(const struct process *process, int level)
{
	struct process **children = calloc(count + 1, sizeof *children);
	char text[160];
	label(process, text, sizeof text);
	fputs(text, stdout);
	const char *arguments = process->state == 'Z' ? NULL : strchr(process->command, ' ');
	for (; arguments && *arguments; arguments++) {
		if (*arguments == '\n')
			fputs("\\012", stdout);
		else
			putchar(*arguments);
	}
	putchar('\n');
	int number = children_of(process->pid, children);
	for (int i = 0; i < number; i++) {
		fputs("  ", stdout);
		for (int k = 0; k < level; k++)
			fputs(open_at[k] ? "|   " : "    ", stdout);
		open_at[level] = i + 1 < number;
		fputs(i + 1 < number ? "|-" : "`-", stdout);
		show_lines(children[i], level + 1);
	}
	free(children);
}

static void show(const struct process *process, int times)
{
	struct process **children = calloc(count + 1, sizeof *children);
	char text[160];
	if (times > 1) {
		snprintf(text, sizeof text, "%d*[", times);
		out(text);
		brackets++;
	}
	label(process, text, sizeof text);
	out(text);
	int number = children_of(process->pid, children), first = 1;
	int branch = column + 1;
	for (int i = 0; i < number;) {
		int alike = 1;
		while (!with_pids && !with_groups && !never_joined && i + alike < number && same(children[i], children[i + alike]))
			alike++;
		int last = i + alike >= number;
		if (first) {
			out(last ? "---" : "-+-");
		} else {
			column = 0;
			for (int level = 0; level < depth; level++) {
				while (column < open_at[level])
					out(" ");
				out("|");
			}
			while (column < branch)
				out(" ");
			out(last ? "`-" : "|-");
		}
		if (!last)
			open_at[depth++] = branch;
		show(children[i], alike);
		if (!last)
			depth--;
		i += alike;
		first = 0;
	}
	if (number == 0) {
		for (int i = 0; i < brackets; i++)
			out("]");
		putchar('\n');
	}
	brackets -= times > 1;
	free(children);
}

static struct process *process_of(int pid)
{
	for (int i = 0; i < count; i++)
		if (all[i].pid == pid)
			return &all[i];
	return NULL;
}

/* -s: only the way down to the process, then its children. */
static struct process *keep_way_to(int pid)
{
	struct process *top = process_of(pid);
	for (struct process *parent; (parent = process_of(top->ppid)) != NULL; top = parent)
		for (int i = 0; i < count; i++)
			if (all[i].ppid == parent->pid && &all[i] != top)
				all[i].ppid = -1;
	return top;
}

int main(int argc, char **argv)
{
	int option, root = 1;
	while ((option = getopt(argc, argv, "aAcglnpsT")) != -1) {
		switch (option) {
		case 'a': with_arguments = 1; break;
		case 'A':
		case 'l':
		case 'T': break;
		case 'c': never_joined = 1; break;
		case 'g': with_groups = 1; break;
		case 'n': by_pid = 1; break;
		case 'p': with_pids = 1; break;
		case 's': with_parents = 1; break;
		default: return 1;
		}
	}
	all = all_processes();
	while (all[count].pid)
		count++;
	if (optind < argc) {
		root = atoi(argv[optind]);
		if (!isdigit((unsigned char)argv[optind][0])) {
			fprintf(stderr, "pstree: a process is named by its number here: '%s'\n", argv[optind]);
			return 1;
		}
	}
	struct process *top = process_of(root);
	/* As on Linux, nobody is nothing to show, and no failure. */
	if (top == NULL)
		return 0;
	if (with_parents)
		top = keep_way_to(root);
	if (with_arguments)
		show_lines(top, 0);
	else
		show(top, 1);
	return 0;
}
