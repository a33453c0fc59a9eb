/* ps: what processes there are. ps [-ef] [-p PID] [-o COLUMN[=],…] */
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/process.h"

static const struct column {
	const char *name, *title;
	int width;
} columns[] = {
	{"pid", "PID", 5}, {"ppid", "PPID", 5}, {"pgid", "PGID", 5}, {"sid", "SID", 5}, {"stat", "STAT", -4},
	{"s", "S", -1}, {"tty", "TTY", -8}, {"time", "TIME", 8}, {"comm", "COMMAND", -15}, {"cmd", "CMD", -27},
	{"args", "COMMAND", -27}
};
#define COLUMNS (int)(sizeof columns / sizeof *columns)

#define MOST 16
static const struct column *chosen[MOST];
static const char *titles[MOST];
static int chosen_count;

/* What has ended and is not waited for says so. */
static void mark_ended(struct process *process)
{
	if (process->state != 'Z')
		return;
	strcat(process->name, " <defunct>");
	strcat(process->command, " <defunct>");
}

static const char *value(const struct process *process, const char *column, char *room, size_t size)
{
	if (strcmp(column, "comm") == 0)
		return process->name;
	if (strcmp(column, "cmd") == 0 || strcmp(column, "args") == 0)
		return process->command;
	if (strcmp(column, "tty") == 0)
		return process->sid == getsid(0) ? "tty" : "?";
	if (strcmp(column, "time") == 0)
		return "00:00:00";
	if (strcmp(column, "stat") == 0 || strcmp(column, "s") == 0)
		snprintf(room, size, "%c", process->state);
	else
		snprintf(room, size, "%d", column[1] == 'i' && column[0] == 'p' ? process->pid : column[1] == 'p' ? process->ppid :
			column[1] == 'g' ? process->pgid : process->sid);
	return room;
}

static void print_row(const struct process *process)
{
	char room[16];
	for (int i = 0; i < chosen_count; i++) {
		const char *text = process ? value(process, chosen[i]->name, room, sizeof room) : titles[i];
		int last = i == chosen_count - 1 && chosen[i]->width < 0;
		printf("%s%*s", i ? " " : "", last ? 0 : chosen[i]->width, text);
	}
	putchar('\n');
}

static void choose(const char *list)
{
	char *text = strdup(list);
	for (char *name = strtok(text, ","); name && chosen_count < MOST; name = strtok(NULL, ",")) {
		char *title = strchr(name, '=');
		if (title)
			*title++ = 0;
		int found = 0;
		while (found < COLUMNS && strcmp(columns[found].name, name) != 0)
			found++;
		if (found == COLUMNS)
			error(1, 0, "unknown user-defined format specifier \"%s\"", name);
		titles[chosen_count] = title ? title : columns[found].title;
		chosen[chosen_count++] = &columns[found];
	}
}

int main(int argc, char **argv)
{
	int option;
	int all = 0, only = 0, shown = 0;
	while ((option = getopt(argc, argv, "Aefp:o:")) != -1) {
		switch (option) {
		case 'A':
		case 'e':
			all = 1;
			break;
		case 'f':
			choose("pid,ppid,pgid,stat,cmd");
			break;
		case 'p':
			only = atoi(optarg);
			break;
		case 'o':
			choose(optarg);
			break;
		default:
			return 1;
		}
	}
	if (chosen_count == 0)
		choose("pid,tty,time,comm=CMD");
	int titled = 0;
	for (int i = 0; i < chosen_count; i++)
		titled |= titles[i][0] != 0;
	if (titled)
		print_row(NULL);
	for (struct process *process = all_processes(); process->pid != 0; process++) {
		if (only ? process->pid != only : !all && (process->sid != getsid(0) || process->pid == 1))
			continue;
		mark_ended(process);
		print_row(process);
		shown = 1;
	}
	return !shown;
}
