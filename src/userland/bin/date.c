/* date: what time it is, or was. date [-u] [-d DATE | -r FILE] [-I | -R | +FORMAT] */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include "shared/date.h"
#include "shared/shared.h"

static const struct option longs[] = {
	{"date", required_argument, NULL, 'd'}, {"iso-8601", no_argument, NULL, 'I'}, {"reference", required_argument, NULL, 'r'},
	{"rfc-email", no_argument, NULL, 'R'}, {"utc", no_argument, NULL, 'u'}, {"universal", no_argument, NULL, 'u'}, {NULL, 0, NULL, 0},
};

/* The format with %N, which strftime does not know, replaced by the nanoseconds. */
static void with_nanoseconds(char *to, size_t room, const char *format, long nanoseconds)
{
	size_t length = 0;
	for (; *format && length + 10 < room; format++) {
		if (format[0] == '%' && format[1] == 'N') {
			length += sprintf(to + length, "%09ld", nanoseconds);
			format++;
		} else {
			if (format[0] == '%' && format[1])
				to[length++] = *format++;
			to[length++] = *format;
		}
	}
	to[length] = 0;
}

int main(int argc, char **argv)
{
	int option;
	char text[512] = "", whole[512];
	const char *format = "%a %b %e %H:%M:%S %Z %Y";
	struct timespec when;
	struct stat status;
	clock_gettime(CLOCK_REALTIME, &when);
	time_t now = when.tv_sec;
	while ((option = getopt_long(argc, argv, "d:Ir:Ru", longs, NULL)) != -1) {
		switch (option) {
		case 'd':
			if (read_date(optarg, now, &when) == -1)
				error(1, 0, "invalid date '%s'", optarg);
			break;
		case 'I':
			format = "%Y-%m-%d";
			break;
		case 'r':
			if (stat(optarg, &status) == -1)
				error(1, errno, "%s", optarg);
			when = status.st_mtim;
			break;
		case 'R':
			format = "%a, %d %b %Y %H:%M:%S %z";
			break;
		case 'u':
			setenv("TZ", "UTC0", 1);
			break;
		default:
			refer_to_help(1);
		}
	}
	if (optind + 1 < argc) {
		error(0, 0, "extra operand '%s'", argv[optind + 1]);
		refer_to_help(1);
	}
	if (optind < argc) {
		if (argv[optind][0] != '+')
			error(1, 0, "invalid date '%s'", argv[optind]);
		format = argv[optind] + 1;
	}
	with_nanoseconds(whole, sizeof whole, format, when.tv_nsec);
	strftime(text, sizeof text, whole, localtime(&when.tv_sec));
	puts(text);
	return 0;
}
