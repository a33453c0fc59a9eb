/* printenv: prints the environment, or the values of some of its names. printenv [-0] [NAME…] */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "shared/shared.h"

extern char **environ;

int main(int argc, char **argv)
{
	int option, end = '\n', missing = 0;
	write_failure = 2;
	while ((option = getopt(argc, argv, "+0")) != -1) {
		if (option != '0')
			refer_to_help(2);
		end = '\0';
	}
	if (optind == argc)
		for (char **entry = environ; *entry; entry++)
			printf("%s%c", *entry, end);
	for (; optind < argc; optind++) {
		const char *value = strchr(argv[optind], '=') ? NULL : getenv(argv[optind]);
		if (value)
			printf("%s%c", value, end);
		else
			missing = 1;
	}
	return missing;
}
