/* touch: makes empty files where there are none, and sets the times of others. touch [-achm] [-d DATE | -t STAMP | -r FILE] FILE… */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "shared/date.h"
#include "shared/shared.h"

static struct timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
static int only_existing, itself;

static const struct option longs[] = {
	{"date", required_argument, NULL, 'd'}, {"no-create", no_argument, NULL, 'c'}, {"no-dereference", no_argument, NULL, 'h'},
	{"reference", required_argument, NULL, 'r'}, {NULL, 0, NULL, 0},
};

/* [[CC]YY]MMDDhhmm[.ss] */
static int read_stamp(const char *stamp, struct timespec *when)
{
	size_t digits = strspn(stamp, "0123456789");
	int year = 0, month, day, hour, minute, second = 0, end = 0;
	time_t now = time(NULL);
	if (digits == 12)
		sscanf(stamp, "%4d", &year);
	else if (digits == 10 && sscanf(stamp, "%2d", &year) == 1)
		year += year < 69 ? 2000 : 1900;
	else if (digits == 8)
		year = localtime(&now)->tm_year + 1900;
	else
		return -1;
	if (sscanf(stamp + digits - 8, "%2d%2d%2d%2d%n", &month, &day, &hour, &minute, &end) != 4)
		return -1;
	const char *rest = stamp + digits - 8 + end;
	if (*rest == '.' && sscanf(rest, ".%2d%n", &second, &end) == 1)
		rest += end;
	struct tm parts = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day, .tm_hour = hour, .tm_min = minute, .tm_sec = second, .tm_isdst = -1};
	when->tv_sec = mktime(&parts);
	when->tv_nsec = 0;
	return *rest || parts.tm_mday != day || parts.tm_mon != month - 1 || parts.tm_hour != hour || parts.tm_min != minute ? -1 : 0;
}

static int touch(const char *name)
{
	int fd = -1;
	if (!only_existing && !itself) {
		fd = open(name, O_WRONLY | O_CREAT | O_NOCTTY | O_NONBLOCK, 0666);
		if (fd == -1 && errno != EISDIR && errno != ENXIO && errno != EACCES && errno != EPERM) {
			error(0, errno, "cannot touch '%s'", name);
			return 1;
		}
	}
	int set = fd >= 0 ? futimens(fd, times) : utimensat(AT_FDCWD, name, times, itself ? AT_SYMLINK_NOFOLLOW : 0);
	int why = errno;
	if (fd >= 0)
		close(fd);
	if (set == 0 || (why == ENOENT && only_existing))
		return 0;
	error(0, why, "%s '%s'", why == ENOENT && itself ? "setting times of" : fd >= 0 ? "setting times of" : "cannot touch", name);
	return 1;
}

int main(int argc, char **argv)
{
	int option, failed = 0, changed = 0;
	struct stat status;
	struct timespec when;
	while ((option = getopt_long(argc, argv, "acd:hmr:t:", longs, NULL)) != -1) {
		switch (option) {
		case 'a':
		case 'm':
			changed |= option == 'a' ? 1 : 2;
			break;
		case 'c':
			only_existing = 1;
			break;
		case 'd':
			if (read_date(optarg, time(NULL), &when) == -1)
				error(1, 0, "invalid date format '%s'", optarg);
			times[0] = times[1] = when;
			break;
		case 'h':
			itself = 1;
			break;
		case 'r':
			if (stat(optarg, &status) == -1)
				error(1, errno, "failed to get attributes of '%s'", optarg);
			times[0] = status.st_atim;
			times[1] = status.st_mtim;
			break;
		case 't':
			if (read_stamp(optarg, &when) == -1)
				error(1, 0, "invalid date format '%s'", optarg);
			times[0] = times[1] = when;
			break;
		default:
			refer_to_help(1);
		}
	}
	if (changed == 1)
		times[1].tv_nsec = UTIME_OMIT;
	if (changed == 2)
		times[0].tv_nsec = UTIME_OMIT;
	if (optind == argc) {
		error(0, 0, "missing file operand");
		refer_to_help(1);
	}
	for (; optind < argc; optind++)
		failed |= touch(argv[optind]);
	return failed;
}
