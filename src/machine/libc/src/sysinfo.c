// sysinfo: how long the machine runs, its memory, and how many processes it has.
#include <ctype.h>
#include <dirent.h>
#include <string.h>
#include <sys/sysinfo.h>
#include <time.h>
#include <unistd.h>

static int processes(void)
{
	DIR *proc = opendir("/proc");
	struct dirent *entry;
	int count = 0;
	if (proc == NULL)
		return 1;
	while ((entry = readdir(proc)))
		count += isdigit((unsigned char)entry->d_name[0]) != 0;
	closedir(proc);
	return count;
}

int sysinfo(struct sysinfo *info)
{
	struct timespec now;
	memset(info, 0, sizeof *info);
	clock_gettime(CLOCK_MONOTONIC, &now);
	info->uptime = now.tv_sec;
	info->totalram = sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE);
	info->freeram = sysconf(_SC_AVPHYS_PAGES) * sysconf(_SC_PAGESIZE);
	info->procs = processes();
	info->mem_unit = 1;
	return 0;
}
