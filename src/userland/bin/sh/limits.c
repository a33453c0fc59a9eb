/* What the shell's processes may do and have used: umask, ulimit, times. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <unistd.h>
#include "sh.h"

/* ---- umask ---- */

static void print_symbolic(unsigned allowed)
{
	for (int who = 0; who < 3; who++) {
		printf("%s%c=", who ? "," : "", "ugo"[who]);
		for (int what = 0; what < 3; what++)
			if (allowed & (0400u >> (who * 3 + what)))
				putchar("rwx"[what]);
	}
	putchar('\n');
}

/* `u=rwx,go-w`: what is allowed afterwards. */
static unsigned symbolic(const char *text, unsigned allowed)
{
	const char *at = text;
	for (;;) {
		unsigned who = 0;
		for (; *at && strchr("augo", *at); at++)
			who |= *at == 'a' ? 0777u : *at == 'u' ? 0700u : *at == 'g' ? 070u : 07u;
		if (who == 0)
			who = 0777;
		if (*at == 0 || !strchr("+-=", *at))
			fail("Illegal mode: %s", text);
		char operator = *at++;
		unsigned bits = 0;
		for (; *at && strchr("rwxX", *at); at++)
			bits |= *at == 'r' ? 0444u : *at == 'w' ? 0222u : 0111u;
		if (operator == '=')
			allowed &= ~who;
		allowed = operator == '-' ? allowed & ~(who & bits) : allowed | (who & bits);
		if (*at == 0)
			return allowed;
		if (*at++ != ',')
			fail("Illegal mode: %s", text);
	}
}

int umask_command(int argc, char **argv)
{
	int at = 1;
	int named = 0;
	while (next_option(argc, argv, &at, "S"))
		named = 1;
	mode_t mask = umask(0);
	umask(mask);
	if (at == argc && named) {
		print_symbolic(~mask & 0777u);
	} else if (at == argc) {
		printf("%.4o\n", (unsigned)mask);
	} else if (isdigit((unsigned char)*argv[at])) {
		if (argv[at][strspn(argv[at], "01234567")])
			fail("Illegal number: %s", argv[at]);
		umask(strtoul(argv[at], NULL, 8));
	} else {
		umask(~symbolic(argv[at], ~mask & 0777u) & 0777u);
	}
	return 0;
}

/* ---- ulimit ---- */

static const struct {
	char letter;
	const char *name;
	int resource;
	/* Bytes, or what else, of one. */
	unsigned unit;
} limits[] = {
	{'t', "time(seconds)", RLIMIT_CPU, 1}, {'f', "file(blocks)", RLIMIT_FSIZE, 512},
	{'d', "data(kbytes)", RLIMIT_DATA, 1024}, {'s', "stack(kbytes)", RLIMIT_STACK, 1024},
	{'c', "coredump(blocks)", RLIMIT_CORE, 512}, {'m', "memory(kbytes)", RLIMIT_RSS, 1024},
	{'l', "locked memory(kbytes)", RLIMIT_MEMLOCK, 1024}, {'p', "process", RLIMIT_NPROC, 1},
	{'n', "nofiles", RLIMIT_NOFILE, 1}, {'v', "vmemory(kbytes)", RLIMIT_AS, 1024},
	{'w', "locks", RLIMIT_LOCKS, 1}, {'r', "rtprio", RLIMIT_RTPRIO, 1}
};
#define LIMITS (int)(sizeof limits / sizeof *limits)

static void print_limit(const struct rlimit *limit, int which, int hard)
{
	rlim_t value = hard ? limit->rlim_max : limit->rlim_cur;
	if (value == RLIM_INFINITY)
		puts("unlimited");
	else
		printf("%llu\n", (unsigned long long)(value / limits[which].unit));
}

int ulimit_command(int argc, char **argv)
{
	struct rlimit limit;
	int at = 1;
	int letter, which = 1, all = 0, hard = 1, soft = 1;
	while ((letter = next_option(argc, argv, &at, "HSatfdscmlpnvwr"))) {
		if (letter == 'H')
			soft = 0, hard = 1;
		else if (letter == 'S')
			hard = 0, soft = 1;
		else if (letter == 'a')
			all = 1;
		else
			for (which = 0; limits[which].letter != letter;)
				which++;
	}
	for (int i = 0; all && i < LIMITS; i++) {
		getrlimit(limits[i].resource, &limit);
		printf("%-20s ", limits[i].name);
		print_limit(&limit, i, !soft);
	}
	if (all)
		return 0;
	getrlimit(limits[which].resource, &limit);
	if (at == argc) {
		print_limit(&limit, which, !soft);
		return 0;
	}
	if (at + 1 < argc)
		fail("too many arguments");
	rlim_t value = RLIM_INFINITY;
	if (strcmp(argv[at], "unlimited") != 0) {
		if (argv[at][strspn(argv[at], "0123456789")] || *argv[at] == 0)
			fail("bad number");
		value = strtoull(argv[at], NULL, 10) * limits[which].unit;
	}
	if (hard)
		limit.rlim_max = value;
	if (soft)
		limit.rlim_cur = value;
	if (setrlimit(limits[which].resource, &limit) == -1)
		fail("error setting limit: %m");
	return 0;
}

/* ---- times ---- */

static void print_time(clock_t ticks, char after)
{
	long second = sysconf(_SC_CLK_TCK);
	printf("%ldm%.6fs%c", ticks / second / 60, (double)(ticks % (second * 60)) / second, after);
}

int times_command(int argc, char **argv)
{
	struct tms used;
	(void)argc;
	(void)argv;
	times(&used);
	print_time(used.tms_utime, ' ');
	print_time(used.tms_stime, '\n');
	print_time(used.tms_cutime, ' ');
	print_time(used.tms_cstime, '\n');
	return 0;
}
