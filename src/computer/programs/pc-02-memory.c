/* /proc/PID/maps, statm and what status says of memory: where code, constants, variables, heap and stack lie, and that the heap grows. */
#include "row.h"
#include <sys/stat.h>

static int set = 5, zeros[10000];
static const char constant[] = "constant";

/* The stretch in which an address lies: what may be done there, and what it is called. */
static void where(const char *what, const void *address)
{
	char line[512];
	FILE *maps = fopen("/proc/self/maps", "r");
	while (maps != NULL && fgets(line, sizeof line, maps)) {
		unsigned long start, end, offset, inode;
		unsigned int major, minor;
		char access[5], name[256] = "";
		int fields = sscanf(line, "%lx-%lx %4s %lx %x:%x %lu %255s", &start, &end, access, &offset, &major, &minor, &inode, name);
		if ((unsigned long)address < start || (unsigned long)address >= end)
			continue;
		const char *slash = strrchr(name, '/');
		printf("%s: %d fields, %s, %s, whole pages %d, of a file %d\n", what, fields >= 7, access,
		       slash == NULL ? name : slash + 1, start % 4096 == 0 && end % 4096 == 0, inode != 0);
		if (name[0] != 0)
			printf("  its name stands in column %d\n", (int)(strstr(line, name) - line));
	}
	if (maps != NULL)
		fclose(maps);
	fflush(stdout);
}

/* A field of status in kilobytes, or -1. */
static long kilobytes(const char *field)
{
	char line[512];
	long value = -1;
	FILE *status = fopen("/proc/self/status", "r");
	while (status != NULL && fgets(line, sizeof line, status))
		if (strncmp(line, field, strlen(field)) == 0 && line[strlen(field)] == ':')
			sscanf(line + strlen(field) + 1, "%ld kB", &value);
	if (status != NULL)
		fclose(status);
	return value;
}

int main(void)
{
	int local = 0;
	long size = 0, resident, shared, text, library, data, dirty;
	char *block = malloc(1000), line[64];
	where("main", (const void *)main);
	where("a constant", constant);
	where("a variable", &set);
	where("zeros", zeros);
	where("a block", block);
	where("a local variable", &local);
	long before = kilobytes("VmData"), touched = kilobytes("VmRSS");
	for (int i = 0; i < 60; i++)
		memset(malloc(50000), 1, 50000);
	printf("more data %d, more of it touched %d\n", kilobytes("VmData") - before > 2500, kilobytes("VmRSS") - touched > 2500);
	printf("peak %d, size above data %d, stack %d, code %d\n", kilobytes("VmPeak") >= kilobytes("VmSize"),
	       kilobytes("VmSize") > kilobytes("VmData"), kilobytes("VmStk") > 0, kilobytes("VmExe") > 0);
	printf("what is touched: %d\n", kilobytes("VmRSS") == kilobytes("RssAnon") + kilobytes("RssFile") + kilobytes("RssShmem"));
	FILE *statm = fopen("/proc/self/statm", "r");
	if (statm != NULL && fgets(line, sizeof line, statm))
		printf("statm %d", sscanf(line, "%ld %ld %ld %ld %ld %ld %ld", &size, &resident, &shared, &text, &library, &data, &dirty));
	printf(", its size is that of status %d\n", size * 4 == kilobytes("VmSize"));
	struct stat kind;
	stat("/proc/self/statm", &kind);
	printf("it is read in pieces of %ld bytes\n", (long)kind.st_blksize);
	return 0;
}
