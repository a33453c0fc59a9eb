/* rmdir: removes empty directories. rmdir DIRECTORY… */
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int failed = 0;
	if (argc < 2) {
		error(0, 0, "missing operand");
		return fputs("Try 'rmdir --help' for more information.\n", stderr), 1;
	}
	for (int i = 1; i < argc; i++) {
		if (rmdir(argv[i]) == -1) {
			error(0, errno, "failed to remove '%s'", argv[i]);
			failed = 1;
		}
	}
	return failed;
}
