/* pgrep, pkill: processes by name. pgrep [-flaxcnov] [-d TEXT] [-P PPID] [-u USER] [PATTERN]; pkill [-SIGNAL] [-fxe] … */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <pwd.h>
#include <regex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/stat.h>
#include "shared/process.h"
#include "shared/shared.h"

static int signal_of(const char *text)
{
	const char *name = strncasecmp(text, "SIG", 3) == 0 ? text + 3 : text;
	for (int number = 0; number < NSIG; number++) {
		const char *known = sigabbrev_np(number);
		if (known && strcasecmp(known, name) == 0)
			return number;
	}
	return isdigit((unsigned char)*text) ? atoi(text) : -1;
}

static int owner_of(int pid)
{
	char path[32];
	struct stat status;
	snprintf(path, sizeof path, "/proc/%d", pid);
	return stat(path, &status) == 0 ? (int)status.st_uid : -1;
}

int main(int argc, char **argv)
{
	const char *tool = program_invocation_short_name;
	int kills = strcmp(tool, "pkill") == 0, number = SIGTERM, option, found = 0, failed = 0;
	int full = 0, names = 0, lines = 0, exact = 0, count = 0, newest = 0, oldest = 0, echo = 0, parent = 0, user = -1, others = 0;
	const char *between = "\n";
	for (int i = 1; kills && i < argc; i++) {
		if (argv[i][0] != '-' || signal_of(argv[i] + 1) < 0)
			continue;
		number = signal_of(argv[i] + 1);
		memmove(&argv[i], &argv[i + 1], (argc - i) * sizeof *argv);
		argc--;
		break;
	}
	while ((option = getopt(argc, argv, kills ? "fxenoP:u:" : "flaxcnovd:P:u:")) != -1) {
		switch (option) {
		case 'f': full = 1; break;
		case 'l': names = 1; break;
		case 'a': lines = 1; break;
		case 'x': exact = 1; break;
		case 'c': count = 1; break;
		case 'n': newest = 1; break;
		case 'o': oldest = 1; break;
		case 'e': echo = 1; break;
		case 'v': others = 1; break;
		case 'd': between = optarg; break;
		case 'P': parent = atoi(optarg); break;
		case 'u': {
			struct passwd *known = getpwnam(optarg);
			user = known ? (int)known->pw_uid : atoi(optarg);
			if (!known && !isdigit((unsigned char)*optarg)) {
				error(0, 0, "invalid user name: %s", optarg);
				return 2;
			}
			break;
		}
		default: return 2;
		}
	}
	if (optind == argc && !parent && user < 0) {
		error(0, 0, "no matching criteria specified");
		fprintf(stderr, "Try `%s --help' for more information.\n", tool);
		return 2;
	}
	char pattern[256];
	regex_t compiled;
	snprintf(pattern, sizeof pattern, exact ? "^(%s)$" : "%s", optind < argc ? argv[optind] : "");
	if (regcomp(&compiled, pattern, REG_EXTENDED | REG_NOSUB) != 0)
		return 2;
	struct process *all = all_processes(), *chosen = NULL;
	for (struct process *one = all; one->pid; one++) {
		int fits = (!parent || one->ppid == parent) && (user < 0 || owner_of(one->pid) == user) &&
			regexec(&compiled, full ? one->command : one->name, 0, NULL, 0) == 0;
		if (one->pid == getpid() || fits == others) {
			one->sid = -1;
			continue;
		}
		if (chosen == NULL || newest)
			chosen = one;
	}
	for (struct process *one = all; one->pid; one++) {
		if (one->sid == -1 || ((newest || oldest) && one != chosen))
			continue;
		found++;
		if (kills) {
			if (kill(one->pid, number) == -1) {
				error(0, errno, "killing pid %d failed", one->pid);
				failed = 1;
			} else if (echo) {
				printf("%s killed (pid %d)\n", one->name, one->pid);
			}
		} else if (!count) {
			printf("%s%d%s%s%s", found > 1 ? between : "", one->pid, names || lines ? " " : "",
				lines ? one->command : names ? one->name : "", lines && one->state == 'Z' ? " <defunct>" : "");
		}
	}
	if (count)
		printf("%d\n", found);
	else if (found && !kills)
		putchar('\n');
	return failed || found == 0;
}
