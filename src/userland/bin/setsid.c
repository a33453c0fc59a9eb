/* setsid: runs a program in a session of its own. setsid [-fw] PROGRAM [ARGUMENT…] */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "shared/shared.h"

static const struct option longs[] = {{"fork", no_argument, NULL, 'f'}, {"wait", no_argument, NULL, 'w'}, {NULL, 0, NULL, 0}};

int main(int argc, char **argv)
{
	int option, forks = 0, waits = 0, status;
	while ((option = getopt_long(argc, argv, "+fw", longs, NULL)) != -1) {
		if (option == '?')
			refer_to_help(1);
		forks |= option == 'f';
		waits |= option == 'w';
	}
	if (optind == argc) {
		fputs("setsid: no command specified\n", stderr);
		refer_to_help(1);
	}
	/* A leader of a group cannot: its child can. */
	if (forks || getpgrp() == getpid()) {
		pid_t child = fork();
		if (child == -1)
			error(1, errno, "fork");
		if (child > 0) {
			if (!waits)
				return 0;
			if (wait(&status) != child)
				error(1, errno, "wait");
			return WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status) + 128;
		}
	}
	if (setsid() == -1)
		error(1, errno, "setsid failed");
	execvp(argv[optind], argv + optind);
	int why = errno;
	fprintf(stderr, "setsid: failed to execute %s: %s\n", argv[optind], strerror(why));
	return why == ENOENT ? 127 : 126;
}
