/* env: prints the environment, or runs a program in a changed one. env [-i] [-u NAME] [NAME=VALUE…] [PROGRAM [ARGUMENT…]] */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/shared.h"

extern char **environ;

int main(int argc, char **argv)
{
	int option;
	static char *empty[] = {NULL};
	while ((option = getopt(argc, argv, "+iu:")) != -1) {
		if (option == 'i')
			environ = empty;
		else if (option == 'u')
			unsetenv(optarg);
		else
			return fputs("Try 'env --help' for more information.\n", stderr), 125;
	}
	for (; optind < argc && strchr(argv[optind], '='); optind++)
		putenv(argv[optind]);
	if (optind == argc) {
		write_failure = 125;
		for (char **entry = environ; *entry; entry++)
			puts(*entry);
		return 0;
	}
	execvp(argv[optind], argv + optind);
	int why = errno;
	error(0, why, "'%s'", argv[optind]);
	return why == ENOENT ? 127 : 126;
}
