/* mknod: makes a pipe with a name, which is the one kind of special file that there can be more of. mknod [-m MODE] NAME p */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "shared/shared.h"

static const struct option longs[] = {{"mode", required_argument, NULL, 'm'}, {NULL, 0, NULL, 0}};

int main(int argc, char **argv)
{
	int option;
	mode_t mode = 0666;
	while ((option = getopt_long(argc, argv, "m:", longs, NULL)) != -1) {
		char *end;
		if (option == '?')
			refer_to_help(1);
		mode = strtol(optarg, &end, 8);
		if (*end)
			error(1, 0, "invalid mode");
		umask(0);
	}
	char **operands = argv + optind;
	int count = argc - optind;
	if (count == 0) {
		error(0, 0, "missing operand");
		refer_to_help(1);
	}
	if (count == 1) {
		error(0, 0, "missing operand after '%s'", operands[0]);
		refer_to_help(1);
	}
	if (strcmp(operands[1], "p") != 0)
		error(1, 0, "of special files only pipes are made here: write mknod %s p", operands[0]);
	if (count > 2) {
		error(0, 0, "extra operand '%s'", operands[2]);
		refer_to_help(1);
	}
	if (mkfifo(operands[0], mode) == -1)
		error(1, errno, "%s", operands[0]);
	return 0;
}
