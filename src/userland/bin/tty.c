/* tty: the terminal that is the standard input. tty [-s] */
#include <error.h>
#include <stdio.h>
#include <unistd.h>
#include "shared/shared.h"

int main(int argc, char **argv)
{
	int option, silent = 0;
	while ((option = getopt(argc, argv, "s")) != -1) {
		if (option != 's')
			refer_to_help(2);
		silent = 1;
	}
	if (optind < argc) {
		error(0, 0, "extra operand '%s'", argv[optind]);
		refer_to_help(2);
	}
	const char *name = ttyname(0);
	if (!silent)
		puts(name ? name : isatty(0) ? "/dev/tty" : "not a tty");
	write_failure = 3;
	return name == NULL;
}
