/* mkfifo: makes pipes with a name. mkfifo [-m MODE] NAME… */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int option;
	mode_t mode = 0666;
	int failed = 0;
	while ((option = getopt(argc, argv, "m:")) != -1) {
		if (option != 'm')
			return fputs("Try 'mkfifo --help' for more information.\n", stderr), 1;
		char *end;
		mode = strtol(optarg, &end, 8);
		if (*end)
			error(1, 0, "invalid mode");
		umask(0);
	}
	if (optind == argc) {
		error(0, 0, "missing operand");
		return fputs("Try 'mkfifo --help' for more information.\n", stderr), 1;
	}
	for (; optind < argc; optind++) {
		if (mkfifo(argv[optind], mode) == -1) {
			error(0, errno, "cannot create fifo '%s'", argv[optind]);
			failed = 1;
		}
	}
	return failed;
}
