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
	if (strcasecmp(name, "POLL") == 0)
		return SIGPOLL;
	for (int i = 0; i < NAMES; i++)
		if (strcasecmp(name, names[i]) == 0)
			return i;
	return -1;
}

/* Prints a signal's name; the shell knows the real-time signals, too. 0 when there is none. */
static int print_name(int number)
{
	if (number < !by_itself || number > (by_itself ? NAMES - 1 : SIGRTMAX))
		return 0;
	int before = number <= (SIGRTMIN + SIGRTMAX) / 2;
	int from = before ? number - SIGRTMIN : SIGRTMAX - number;
	if (!by_itself && (number == SIGSTKFLT || (number >= NAMES && number < SIGRTMIN)))
		printf("%d\n", number);
	else if (number < NAMES)
		puts(by_itself && number == SIGPOLL ? "POLL" : names[number]);
	else
		printf(from ? "RTM%s%c%d\n" : "RTM%s\n", before ? "IN" : "AX", before ? '+' : '-', from);
	return 1;
}

/* The names in lines that a screen has room for. */
static void list_names(void)
{
	int column = 0;
	for (int i = 1; i < NAMES; i++) {
		const char *name = i == SIGPOLL ? "POLL" : names[i];
		int length = strlen(name) + (column > 0);
		if (column + length + 1 > 80) {
			putchar('\n');
			column = 0;
			length--;
		}
		printf(column ? " %s" : "%s", name);
		column += length;
	}
	putchar('\n');
}

static int list(int argc, char **argv)
{
	if (argc == 0 && by_itself) {
		list_names();
		return 0;
	}
	if (argc == 0) {
		if (!by_itself)
			puts("0");
		for (int i = 1; print_name(i); i++)
			;
		return 0;
	}
	for (int i = 0; i < argc; i++) {
		int named = argv[i][0] < '0' || argv[i][0] > '9';
		if (named && !by_itself) {
			complain("Illegal number: %s", argv[i]);
			return 2;
		}
		int number = number_of(argv[i]);
		if (number > 128)
			number -= 128;
		if (named && number >= 0) {
			printf("%d\n", number);
		} else if (!print_name(number)) {
			complain(by_itself ? "%s: invalid signal number or exit status" :
				"invalid signal number or exit status: %s", argv[i]);
			return 2;
		}
		/* Neither looks at the others. */
		break;
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
			complain("%s\n", strerror(errno));
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
			complain(by_itself ? "Illegal option %s" : "Illegal option -%.1s", argv[at] + !by_itself);
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
