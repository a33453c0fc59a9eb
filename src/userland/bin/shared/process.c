/* Processes as /proc tells of them. See proc(5). */
#include "process.h"
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

long read_proc(int pid, const char *file, char *text, unsigned long size)
{
	char path[64];
	snprintf(path, sizeof path, "/proc/%d/%s", pid, file);
	int fd = open(path, O_RDONLY);
	if (fd == -1)
		return -1;
	ssize_t length = read(fd, text, size - 1);
	close(fd);
	if (length >= 0)
		text[length] = 0;
	return length;
}

static int learn(int pid, struct process *process)
{
	char text[1024];
	if (read_proc(pid, "stat", text, sizeof text) <= 0)
		return 0;
	char *open = strchr(text, '(');
	char *close = strrchr(text, ')');
	if (open == NULL || close == NULL)
		return 0;
	process->pid = pid;
	snprintf(process->name, sizeof process->name, "%.*s", (int)(close - open - 1), open + 1);
	long user = 0, system = 0;
	sscanf(close + 1, " %c %d %d %d %d %d %u %*u %*u %*u %*u %ld %ld %*d %*d %d %d %d %*d %ld %ld %ld", &process->state,
		&process->ppid, &process->pgid, &process->sid, &process->tty, &process->tpgid, &process->flags, &user, &system,
		&process->priority, &process->nice, &process->threads, &process->started, &process->vsize, &process->rss);
	process->used = user + system;
	long length = read_proc(pid, "cmdline", process->command, sizeof process->command);
	for (long i = 0; i + 1 < length; i++)
		if (process->command[i] == 0)
			process->command[i] = ' ';
	if (length <= 0)
		snprintf(process->command, sizeof process->command, "[%s]", process->name);
	return 1;
}

static int by_pid(const struct dirent **first, const struct dirent **second)
{
	return atoi((*first)->d_name) - atoi((*second)->d_name);
}

static int is_pid(const struct dirent *entry)
{
	return isdigit((unsigned char)entry->d_name[0]) != 0;
}

struct process *all_processes(void)
{
	struct dirent **list;
	int count = scandir("/proc", &list, is_pid, by_pid), known = 0;
	struct process *all = calloc((count < 0 ? 0 : count) + 1, sizeof *all);
	for (int i = 0; i < count; i++)
		known += learn(atoi(list[i]->d_name), &all[known]);
	all[known].pid = 0;
	return all;
}
