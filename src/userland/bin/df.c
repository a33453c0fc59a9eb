/* df: how full the file system is, of which this computer has one. df [-hikPT] [FILE…] */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include "shared/shared.h"

static int readable, nodes, portable, types;

/* Bytes as one reads them, rounded up, or blocks of a kilobyte. */
static const char *size_text(unsigned long bytes)
{
	static char texts[4][24];
	static int turn;
	char *text = texts[turn = (turn + 1) % 4];
	const char *units = "KMGTPE";
	unsigned long unit = 1;
	if (!readable)
		return snprintf(text, sizeof texts[0], "%lu", bytes / 1024), text;
	while (bytes > 1023 * unit && *units)
		unit *= 1024, units++;
	unsigned long tenths = (bytes * 10 + unit - 1) / unit;
	if (unit == 1)
		snprintf(text, sizeof texts[0], "%lu", bytes);
	else if (tenths < 100)
		snprintf(text, sizeof texts[0], "%lu.%lu%c", tenths / 10, tenths % 10, units[-1]);
	else
		snprintf(text, sizeof texts[0], "%lu%c", (bytes + unit - 1) / unit, units[-1]);
	return text;
}

static void print_heading(void)
{
	printf("Filesystem     %s", types ? "Type  " : "");
	if (nodes)
		puts(" Inodes IUsed  IFree IUse% Mounted on");
	else if (readable)
		puts(" Size  Used Avail Use% Mounted on");
	else if (portable)
		puts("1024-blocks Used Available Capacity Mounted on");
	else
		puts("1K-blocks  Used Available Use% Mounted on");
}

static void print_row(const struct statvfs *status)
{
	unsigned long block = status->f_frsize;
	unsigned long used = nodes ? status->f_files - status->f_ffree : status->f_blocks - status->f_bfree;
	unsigned long left = nodes ? status->f_favail : status->f_bavail;
	unsigned long percent = used + left ? (used * 100 + used + left - 1) / (used + left) : 0;
	printf("%-14s %s", "disk", types ? "tmpfs " : "");
	if (nodes)
		printf("%7lu %5lu %6lu", (unsigned long)status->f_files, used, left);
	else if (readable)
		printf("%5s %5s %5s", size_text(status->f_blocks * block), size_text(used * block), size_text(left * block));
	else
		printf("%*s %*s %9s", portable ? 11 : 9, size_text(status->f_blocks * block), portable ? 4 : 5, size_text(used * block),
			size_text(left * block));
	printf(" %*lu%% /\n", nodes ? 4 : portable && !readable ? 7 : 3, percent);
}

static const struct option longs[] = {
	{"all", no_argument, NULL, 'a'}, {"human-readable", no_argument, NULL, 'h'}, {"inodes", no_argument, NULL, 'i'},
	{"portability", no_argument, NULL, 'P'}, {"print-type", no_argument, NULL, 'T'}, {NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	int option, failed = 0, headed = 0;
	struct statvfs status;
	while ((option = getopt_long(argc, argv, "ahikPT", longs, NULL)) != -1) {
		switch (option) {
		case 'a':
		case 'k':
			break;
		case 'h':
			readable = 1;
			break;
		case 'i':
			nodes = 1;
			break;
		case 'P':
			portable = 1;
			break;
		case 'T':
			types = 1;
			break;
		default:
			refer_to_help(1);
		}
	}
	for (int i = optind; i < argc || (i == optind && optind == argc); i++) {
		const char *path = optind == argc ? "/" : argv[i];
		if (statvfs(path, &status) == -1) {
			error(0, errno, "%s", path);
			failed = 1;
			continue;
		}
		if (!headed)
			print_heading();
		headed = 1;
		print_row(&status);
	}
	return failed;
}
