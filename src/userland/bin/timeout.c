/* timeout: ends a command that takes too long. timeout [-v] [-s SIGNAL] [-k SECONDS] [--foreground] [--preserve-status] SECONDS COMMAND [ARG…] */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include "shared/shared.h"

static pid_t child;
static int chosen = SIGTERM, rang, verbose;
/* Whether the command stays in the group of who started timeout; then it alone gets the signal. */
static int foreground;
static int preserve_status;
static double patience;
static const char *command;

static void set_clock(double seconds)
{
	struct itimerval time = {{0, 0}, {(time_t)seconds, (suseconds_t)((seconds - (long)seconds) * 1e6)}};
	setitimer(ITIMER_REAL, &time, NULL);
}

static void pass_on(int number)
{
	int sent = number == SIGALRM ? chosen : number;
	rang |= number == SIGALRM;
	if (child == 0)
		_exit(128 + sent);
	if (patience > 0) {
		chosen = SIGKILL;
		set_clock(patience);
		patience = 0;
	}
	if (verbose)
		error(0, 0, "sending signal %s to command '%s'", sigabbrev_np(sent), command);
	kill(child, sent);
	if (foreground)
		return;
	/* All of its group, itself as well if it cannot refuse. */
	signal(sent, SIG_IGN);
	kill(0, sent);
	if (sent == SIGKILL || sent == SIGCONT)
		return;
	kill(child, SIGCONT);
	signal(SIGCONT, SIG_IGN);
	kill(0, SIGCONT);
}

static double duration(const char *text)
{
	char *end;
	double value = strtod(text, &end);
	const char *units = "smhd";
	const int seconds[] = {1, 60, 3600, 86400};
	const char *unit = *end ? strchr(units, *end) : units;
	if (end == text || value < 0 || unit == NULL || (*end && end[1])) {
		error(0, 0, "invalid time interval '%s'", text);
		refer_to_help(125);
	}
	return value * seconds[unit - units];
}

static int signal_named(const char *text)
{
	const char *name = strncmp(text, "SIG", 3) == 0 ? text + 3 : text;
	for (int number = 1; number < NSIG; number++) {
		const char *known = sigabbrev_np(number);
		if ((known && strcmp(known, name) == 0) || atoi(name) == number)
			return number;
	}
	error(0, 0, "'%s': invalid signal", text);
	refer_to_help(125);
	return 0;
}

static const struct option longs[] = {
	{"foreground", no_argument, &foreground, 1},
	{"kill-after", required_argument, NULL, 'k'},
	{"preserve-status", no_argument, &preserve_status, 1},
	{"signal", required_argument, NULL, 's'},
	{"verbose", no_argument, NULL, 'v'},
	{0},
};

static void options(int argc, char **argv)
{
	int option;
	while ((option = getopt_long(argc, argv, "+k:s:v", longs, NULL)) != -1) {
		switch (option) {
		case 0:
			break;
		case 's':
			chosen = signal_named(optarg);
			break;
		case 'k':
			patience = duration(optarg);
			break;
		case 'v':
			verbose = 1;
			break;
		default:
			refer_to_help(125);
		}
	}
	if (argc - optind < 2)
		refer_to_help(125);
}

/* Ends as the command ended: by the same signal, when it was not timeout that sent it. */
static int result(int status)
{
	int signal_of_end = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	if (rang)
		return preserve_status || signal_of_end == SIGKILL
			? (signal_of_end ? 128 + signal_of_end : WEXITSTATUS(status))
			: 124;
	if (signal_of_end == 0)
		return WEXITSTATUS(status);
	signal(signal_of_end, SIG_DFL);
	raise(signal_of_end);
	return 128 + signal_of_end;
}

int main(int argc, char **argv)
{
	int status;
	options(argc, argv);
	double limit = duration(argv[optind]);
	command = argv[optind + 1];
	if (!foreground)
		setpgid(0, 0);
	const int passed[] = {SIGALRM, SIGINT, SIGQUIT, SIGHUP, SIGTERM, chosen};
	for (size_t i = 0; i < sizeof passed / sizeof *passed; i++)
		signal(passed[i], pass_on);
	signal(SIGTTIN, SIG_IGN);
	signal(SIGTTOU, SIG_IGN);
	child = fork();
	if (child == -1)
		error(125, errno, "fork system call failed");
	if (child == 0) {
		signal(SIGTTIN, SIG_DFL);
		signal(SIGTTOU, SIG_DFL);
		execvp(command, argv + optind + 1);
		error(errno == ENOENT ? 127 : 126, errno, "failed to run command '%s'", command);
	}
	if (limit > 0)
		set_clock(limit);
	while (waitpid(child, &status, 0) == -1)
		if (errno != EINTR)
			error(125, errno, "error waiting for command");
	return result(status);
}
