/* ps: what processes there are. ps [-ef] [-p PID] [-o COLUMN[=],…] */
#include <ctype.h>
#include <dirent.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct process {
	int pid, ppid, pgid, sid;
	char state;
	char name[64];
	char command[1024];
};

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

static ssize_t slurp(const char *pid, const char *file, char *text, size_t size)
{
	char path[64];
	snprintf(path, sizeof path, "/proc/%s/%s", pid, file);
	int fd = open(path, O_RDONLY);
	if (fd == -1)
		return -1;
	ssize_t length = read(fd, text, size - 1);
	close(fd);
	if (length >= 0)
		text[length] = 0;
	return length;
}

static int learn(const char *pid, struct process *process)
{
	char text[1024];
	if (slurp(pid, "stat", text, sizeof text) <= 0)
		return 0;
	char *open = strchr(text, '(');
	char *close = strrchr(text, ')');
	if (open == NULL || close == NULL)
		return 0;
	process->pid = atoi(text);
	snprintf(process->name, sizeof process->name, "%.*s", (int)(close - open - 1), open + 1);
	sscanf(close + 1, " %c %d %d %d", &process->state, &process->ppid, &process->pgid, &process->sid);
	ssize_t length = slurp(pid, "cmdline", process->command, sizeof process->command);
	for (ssize_t i = 0; i + 1 < length; i++)
		if (process->command[i] == 0)
			process->command[i] = ' ';
	if (length <= 0)
		snprintf(process->command, sizeof process->command, "[%s]", process->name);
	if (process->state == 'Z') {
		strcat(process->name, " <defunct>");
		strcat(process->command, " <defunct>");
	}
	return 1;
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

static int by_pid(const struct dirent **first, const struct dirent **second)
{
	return atoi((*first)->d_name) - atoi((*second)->d_name);
}

static int is_pid(const struct dirent *entry)
{
	return isdigit((unsigned char)entry->d_name[0]) != 0;
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
	struct dirent **list;
	int count = scandir("/proc", &list, is_pid, by_pid);
	for (int i = 0; i < count; i++) {
		struct process process;
		if (!learn(list[i]->d_name, &process))
			continue;
		if (only ? process.pid != only : !all && (process.sid != getsid(0) || process.pid == 1))
			continue;
		print_row(&process);
		shown = 1;
	}
	return !shown;
}
