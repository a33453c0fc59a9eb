/* touch: makes empty files where there are none. touch [-c] FILE… */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int option;
	int flags = O_WRONLY | O_CREAT | O_NONBLOCK;
	int failed = 0;
	while ((option = getopt(argc, argv, "c")) != -1) {
		if (option != 'c')
			return fputs("Try 'touch --help' for more information.\n", stderr), 1;
		flags &= ~O_CREAT;
	}
	if (optind == argc) {
		error(0, 0, "missing file operand");
		return fputs("Try 'touch --help' for more information.\n", stderr), 1;
	}
	for (; optind < argc; optind++) {
		int fd = open(argv[optind], flags, 0666);
		if (fd >= 0) {
			close(fd);
		} else if (errno != EISDIR && errno != ENXIO && !(errno == ENOENT && !(flags & O_CREAT))) {
			error(0, errno, "cannot touch '%s'", argv[optind]);
			failed = 1;
		}
	}
	return failed;
}
