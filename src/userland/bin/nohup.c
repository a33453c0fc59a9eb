/* nohup: runs a command that no hang-up ends. nohup COMMAND [ARG…] */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>
#include "shared/shared.h"

int main(int argc, char **argv)
{
	if (getopt(argc, argv, "+") != -1)
		refer_to_help(125);
	if (optind == argc) {
		error(0, 0, "missing operand");
		refer_to_help(125);
	}
	int reads = isatty(0), writes = isatty(1), complains = isatty(2);
	if (reads) {
		close(0);
		open("/dev/null", O_WRONLY);
	}
	if (writes) {
		int file = open("nohup.out", O_CREAT | O_WRONLY | O_APPEND, 0600);
		if (file == -1)
			error(125, errno, "failed to open 'nohup.out'");
		error(0, 0, reads ? "ignoring input and appending output to 'nohup.out'" : "appending output to 'nohup.out'");
		dup2(file, 1);
		close(file);
	} else if (reads) {
		error(0, 0, complains ? "ignoring input and redirecting stderr to stdout" : "ignoring input");
	}
	if (complains)
		dup2(1, 2);
	signal(SIGHUP, SIG_IGN);
	execvp(argv[optind], argv + optind);
	error(errno == ENOENT ? 127 : 126, errno, "failed to run command '%s'", argv[optind]);
}
