/* date: what time it is, or was. date [-u] [-d DATE | -r FILE] [-I[UNIT] | -R | --rfc-3339=UNIT | +FORMAT] */
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
	{"date", required_argument, NULL, 'd'}, {"iso-8601", optional_argument, NULL, 'I'}, {"reference", required_argument, NULL, 'r'},
	{"rfc-3339", required_argument, NULL, '3'}, {"rfc-email", no_argument, NULL, 'R'}, {"utc", no_argument, NULL, 'u'}, {"universal", no_argument, NULL, 'u'}, {NULL, 0, NULL, 0},
};

/* The format with what strftime does not know replaced: %N, %3N, %:z and %q. */
static void with_more(char *to, size_t room, const char *format, const struct tm *local, long nanoseconds)
{
	size_t length = 0;
	for (; *format && length + 12 < room; format++) {
		char zone[8];
		int digits = format[0] == '%' && format[1] >= '1' && format[1] <= '9' && format[2] == 'N' ? format[1] - '0' : 0;
		if (digits || (format[0] == '%' && format[1] == 'N')) {
			char all[16];
			sprintf(all, "%09ld", nanoseconds);
			length += sprintf(to + length, "%.*s", digits ? digits : 9, all);
			format += digits ? 2 : 1;
		} else if (strncmp(format, "%:z", 3) == 0) {
			strftime(zone, sizeof zone, "%z", local);
			length += sprintf(to + length, "%.3s:%s", zone, zone + 3);
			format += 2;
		} else if (strncmp(format, "%q", 2) == 0) {
			length += sprintf(to + length, "%d", local->tm_mon / 3 + 1);
			format++;
		} else {
			if (format[0] == '%' && format[1])
				to[length++] = *format++;
			to[length++] = *format;
		}
	}
	to[length] = 0;
}

/* The format of -I and --rfc-3339, by its unit; NULL for none. */
static const char *format_of(const char *unit, int iso)
{
	static const struct {
		const char *unit, *iso, *rfc;
	} formats[] = {
		{"date", "%Y-%m-%d", "%Y-%m-%d"}, {"hours", "%Y-%m-%dT%H%:z", NULL}, {"minutes", "%Y-%m-%dT%H:%M%:z", NULL},
		{"seconds", "%Y-%m-%dT%H:%M:%S%:z", "%Y-%m-%d %H:%M:%S%:z"},
		{"ns", "%Y-%m-%dT%H:%M:%S,%N%:z", "%Y-%m-%d %H:%M:%S.%N%:z"},
	};
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strncmp(formats[i].unit, unit, strlen(unit)) == 0 && *unit)
			return iso ? formats[i].iso : formats[i].rfc;
	return NULL;
}

int main(int argc, char **argv)
{
	int option;
	char text[512] = "", whole[512];
	const char *format = "%a %b %e %H:%M:%S %Z %Y";
	struct timespec when;
	struct stat status;
	const char *asked = NULL;
	clock_gettime(CLOCK_REALTIME, &when);
	time_t now = when.tv_sec;
	while ((option = getopt_long(argc, argv, "d:I::r:Rs:u", longs, NULL)) != -1) {
		switch (option) {
		case 'd':
			asked = optarg;
			break;
		case 'I':
			format = format_of(optarg ? optarg : "date", 1);
			if (format == NULL) {
				error(0, 0, "invalid argument '%s' for '--iso-8601'", optarg);
				refer_to_help(1);
			}
			break;
		case '3':
			format = format_of(optarg, 0);
			if (format == NULL) {
				error(0, 0, "invalid argument '%s' for '--rfc-3339'", optarg);
				refer_to_help(1);
			}
			break;
		case 'r':
			if (stat(optarg, &status) == -1)
				error(1, errno, "%s", optarg);
			when = status.st_mtim;
			break;
		case 'R':
			format = "%a, %d %b %Y %H:%M:%S %z";
			break;
		case 's':
			/* Nobody here may set the clock. */
			error(1, EPERM, "cannot set date");
			break;
		case 'u':
			setenv("TZ", "UTC0", 1);
			break;
		default:
			refer_to_help(1);
		}
	}
	if (asked && read_date(asked, now, &when) == -1)
		error(1, 0, "invalid date '%s'", asked);
	if (optind + 1 < argc) {
		error(0, 0, "extra operand '%s'", argv[optind + 1]);
		refer_to_help(1);
	}
	if (optind < argc) {
		if (argv[optind][0] != '+')
			error(1, 0, "invalid date '%s'", argv[optind]);
		format = argv[optind] + 1;
	}
	const struct tm *local = localtime(&when.tv_sec);
	with_more(whole, sizeof whole, format, local, when.tv_nsec);
	strftime(text, sizeof text, whole, local);
	puts(text);
	return 0;
}
