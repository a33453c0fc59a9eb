/* Signals: what the shell does with them itself, and what `trap` makes of them. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include "sh.h"

#define SIGNALS 65

static char *actions[SIGNALS];
static volatile sig_atomic_t came[SIGNALS];
static volatile sig_atomic_t any;
/* Ignored when the shell began: cannot be trapped. */
static char ignored[SIGNALS];
volatile int interrupted;

static const char *const names[] = {
	"EXIT", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE",
	"ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM",
	"PROF", "WINCH", "IO", "PWR", "SYS"
};
#define NAMES (int)(sizeof names / sizeof *names)

/* By number or name, with or without SIG; -1 for none. */
int signal_number(const char *name)
{
	if (*name && name[strspn(name, "0123456789")] == 0) {
		int number = atoi(name);
		return number < SIGNALS ? number : -1;
	}
	if (strncasecmp(name, "SIG", 3) == 0)
		name += 3;
	for (int i = 0; i < NAMES; i++)
		if (strcasecmp(name, names[i]) == 0)
			return i;
	return -1;
}

const char *signal_short(int number)
{
	return number >= 0 && number < NAMES ? names[number] : NULL;
}

static void note(int signal)
{
	came[signal] = 1;
	any = 1;
	if (signal == SIGINT && actions[SIGINT] == NULL)
		interrupted = 1;
}

static void install(int number, void (*handler)(int))
{
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	sigaction(number, &action, NULL);
}

static void reset(int number)
{
	if (number == 0)
		return;
	if (options.interactive && number == SIGINT)
		install(number, note);
	else if (options.interactive && (number == SIGQUIT || number == SIGTERM))
		install(number, SIG_IGN);
	else
		install(number, SIG_DFL);
}

static void print_traps(void)
{
	for (int i = 0; i < SIGNALS; i++)
		if (actions[i])
			printf("trap -- '%s' %s\n", actions[i], signal_short(i));
}

int set_trap(int argc, char **argv)
{
	int at = 1;
	if (argc > 1 && strcmp(argv[1], "--") == 0)
		at++;
	if (at >= argc) {
		print_traps();
		return 0;
	}
	const char *action = argv[at];
	int only_reset = argc - at == 1 || strcmp(action, "-") == 0;
	if (argc - at > 1)
		at++;
	for (; at < argc; at++) {
		int number = signal_number(argv[at]);
		if (number < 0) {
			fflush(stdout);
			fprintf(stderr, "trap: %s: bad trap\n", argv[at]);
			return 1;
		}
		free(actions[number]);
		actions[number] = only_reset ? NULL : strdup(action);
		if (ignored[number] || number == SIGKILL || number == SIGSTOP)
			continue;
		if (only_reset)
			reset(number);
		else if (number > 0)
			install(number, *action ? note : SIG_IGN);
	}
	return 0;
}

int trap_pending(void)
{
	for (int i = 1; i < SIGNALS; i++)
		if (came[i] && actions[i] && *actions[i])
			return i;
	return interrupted ? SIGINT : 0;
}

void run_traps(void)
{
	if (!any)
		return;
	any = 0;
	for (int i = 1; i < SIGNALS; i++) {
		if (!came[i])
			continue;
		came[i] = 0;
		if (actions[i] == NULL || *actions[i] == 0)
			continue;
		int before = status;
		char *action = keep_text(actions[i], strlen(actions[i]));
		run_text(action, 0);
		if (skipping == GO_ON)
			status = before;
	}
}

int have_traps(void)
{
	for (int i = 0; i < SIGNALS; i++)
		if (actions[i])
			return 1;
	return 0;
}

void run_exit_trap(void)
{
	char *action = actions[0];
	int before = status;
	actions[0] = NULL;
	if (action == NULL)
		return;
	skipping = GO_ON;
	run_text(action, 0);
	if (skipping == GO_ON)
		status = before;
}

/* In a subshell: traps that are not for ignoring are gone. */
void clear_traps(void)
{
	for (int i = 0; i < SIGNALS; i++) {
		came[i] = 0;
		if (actions[i] == NULL || *actions[i] == 0)
			continue;
		free(actions[i]);
		actions[i] = NULL;
		if (i > 0)
			install(i, SIG_DFL);
	}
	any = 0;
}

/* In a child. In the background of a shell without job control, the keys of the terminal are nothing to it. */
void default_signals(int background)
{
	static const int own[] = {SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU};
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (options.interactive && !ignored[own[i]] && actions[own[i]] == NULL)
			install(own[i], SIG_DFL);
	if (!background)
		return;
	install(SIGINT, SIG_IGN);
	install(SIGQUIT, SIG_IGN);
}

void interactive_signals(void)
{
	install(SIGINT, note);
	install(SIGQUIT, SIG_IGN);
	install(SIGTERM, SIG_IGN);
}
