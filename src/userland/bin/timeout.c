/* timeout: ends a command that takes too long. timeout [-s SIGNAL] [-k SECONDS] SECONDS COMMAND [ARG…] */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include "shared/shared.h"

static pid_t child;
static int chosen = SIGTERM, rang;
static double patience;

static void set_clock(double seconds)
{
	struct itimerval time = {{0, 0}, {(time_t)seconds, (suseconds_t)((seconds - (long)seconds) * 1e6)}};
	setitimer(ITIMER_REAL, &time, NULL);
}

static void pass_on(int number)
{
	int signal_to_send = number == SIGALRM ? chosen : number;
	if (number == SIGALRM) {
		rang = 1;
		if (patience > 0) {
			chosen = SIGKILL;
			set_clock(patience);
			patience = 0;
		}
	}
	kill(child, signal_to_send);
	/* All of its group, itself as well if it cannot refuse. */
	signal(signal_to_send, SIG_IGN);
	kill(0, signal_to_send);
	if (signal_to_send != SIGKILL)
		kill(child, SIGCONT);
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

int main(int argc, char **argv)
{
	int option, status;
	while ((option = getopt(argc, argv, "+s:k:")) != -1) {
		switch (option) {
		case 's':
			chosen = signal_named(optarg);
			break;
		case 'k':
			patience = duration(optarg);
			break;
		default:
			refer_to_help(125);
		}
	}
	if (argc - optind < 2)
		refer_to_help(125);
	double limit = duration(argv[optind]);
	setpgid(0, 0);
	signal(SIGALRM, pass_on);
	signal(SIGTERM, pass_on);
	signal(SIGINT, pass_on);
	signal(SIGTTIN, SIG_IGN);
	signal(SIGTTOU, SIG_IGN);
	child = fork();
	if (child == -1)
		error(125, errno, "fork system call failed");
	if (child == 0) {
		signal(SIGTTIN, SIG_DFL);
		signal(SIGTTOU, SIG_DFL);
		execvp(argv[optind + 1], argv + optind + 1);
		error(errno == ENOENT ? 127 : 126, errno, "failed to run command '%s'", argv[optind + 1]);
	}
	if (limit > 0)
		set_clock(limit);
	while (waitpid(child, &status, 0) == -1)
		if (errno != EINTR)
			error(125, errno, "error waiting for command");
	if (rang)
		return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? 137 : 124;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
