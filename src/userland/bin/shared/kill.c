/* kill: sends a signal, or lists the signals' names. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "shared.h"

static const char *const names[] = {
	"EXIT", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE",
	"ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM",
	"PROF", "WINCH", "IO", "PWR", "SYS"
};
#define NAMES (int)(sizeof names / sizeof *names)

static int number_of(const char *name)
{
	if (*name && name[strspn(name, "0123456789")] == 0)
		return atoi(name);
	if (strncasecmp(name, "SIG", 3) == 0)
		name += 3;
	for (int i = 0; i < NAMES; i++)
		if (strcasecmp(name, names[i]) == 0)
			return i;
	return -1;
}

static int list(int argc, char **argv)
{
	if (argc == 0) {
		for (int i = 1; i < NAMES; i++)
			puts(names[i]);
		return 0;
	}
	for (int i = 0; i < argc; i++) {
		int number = number_of(argv[i]);
		int named = argv[i][0] < '0' || argv[i][0] > '9';
		if (number > 128)
			number -= 128;
		if (number < 0 || number >= NAMES) {
			complain("%s: invalid signal number or exit status", argv[i]);
			return 2;
		}
		if (named)
			printf("%d\n", number);
		else
			puts(names[number]);
	}
	return 0;
}

static int send(const char *target, int number)
{
	char *rest;
	long pid = strtol(target, &rest, 10);
	if (*target == 0 || *rest) {
		complain(by_itself ? "failed to parse argument: '%s'" : "Illegal number: %s", target);
		return by_itself ? 1 : 2;
	}
	if (kill(pid, number) == -1) {
		if (by_itself)
			complain("(%ld): %s", pid, strerror(errno));
		else
			complain("%s", strerror(errno));
		return 1;
	}
	return 0;
}

int kill_main(int argc, char **argv)
{
	int number = SIGTERM;
	int at = 1;
	if (at < argc && strcmp(argv[at], "-l") == 0)
		return list(argc - 2, argv + 2);
	if (at + 1 < argc && strcmp(argv[at], "-s") == 0) {
		number = number_of(argv[at + 1]);
		if (number < 0) {
			complain("invalid signal number or name: %s", argv[at + 1]);
			return 2;
		}
		at += 2;
	} else if (at < argc && argv[at][0] == '-' && argv[at][1] && strcmp(argv[at], "--") != 0) {
		number = number_of(argv[at] + 1);
		if (number < 0) {
			complain("Illegal option %s", argv[at]);
			return 2;
		}
		at++;
	}
	if (at < argc && strcmp(argv[at], "--") == 0)
		at++;
	if (at == argc) {
		complain("%s", "Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]");
		return 2;
	}
	int result = 0;
	for (; at < argc; at++)
		result |= send(argv[at], number);
	return result;
}
