/* pstree: processes under their parents. pstree [-p] [PID] */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/process.h"
#include "shared/shared.h"

static struct process *all;
static int count, with_pids;
/* Columns of open branches, and the column reached. */
static int open_at[64], depth, column;
/* Brackets to close where the line ends. */
static int brackets;

static int by_name(const void *first, const void *second)
{
	const struct process *a = *(struct process *const *)first;
	const struct process *b = *(struct process *const *)second;
	int order = strcmp(a->name, b->name);
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

static void show(const struct process *process, int times)
{
	struct process **children = calloc(count + 1, sizeof *children);
	char text[96];
	if (times > 1) {
		snprintf(text, sizeof text, "%d*[", times);
		out(text);
		brackets++;
	}
	out(process->name);
	if (with_pids) {
		snprintf(text, sizeof text, "(%d)", process->pid);
		out(text);
	}
	int number = children_of(process->pid, children), first = 1;
	int branch = column + 1;
	for (int i = 0; i < number;) {
		int alike = 1;
		while (!with_pids && i + alike < number && same(children[i], children[i + alike]))
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

int main(int argc, char **argv)
{
	int option, root = 1;
	while ((option = getopt(argc, argv, "p")) != -1) {
		if (option != 'p')
			return 1;
		with_pids = 1;
	}
	all = all_processes();
	while (all[count].pid)
		count++;
	if (optind < argc)
		root = atoi(argv[optind]);
	for (int i = 0; i < count; i++) {
		if (all[i].pid == root) {
			show(&all[i], 1);
			return 0;
		}
	}
	return 1;
}
