/* tee: copies standard input to standard output and to files. tee [-ai] [FILE…] */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MOST 64

static const struct option longs[] = {
	{"append", no_argument, NULL, 'a'}, {"ignore-interrupts", no_argument, NULL, 'i'}, {NULL, 0, NULL, 0},
};

int main(int argc, char **argv)
{
	static char buffer[8192];
	int fds[MOST] = {1};
	const char *names[MOST] = {""};
	int count = 1;
	int flags = O_WRONLY | O_CREAT | O_TRUNC;
	int failed = 0;
	int option;
	while ((option = getopt_long(argc, argv, "ai", longs, NULL)) != -1) {
		if (option == 'a')
			flags = O_WRONLY | O_CREAT | O_APPEND;
		else if (option == 'i')
			signal(SIGINT, SIG_IGN);
		else
			return fputs("Try 'tee --help' for more information.\n", stderr), 1;
	}
	for (int i = optind; i < argc && count < MOST; i++) {
		fds[count] = open(argv[i], flags, 0666);
		if (fds[count] == -1) {
			error(0, errno, "%s", argv[i]);
			failed = 1;
		} else {
			names[count++] = argv[i];
		}
	}
	ssize_t length;
	while ((length = read(0, buffer, sizeof buffer)) > 0) {
		for (int i = 0; i < count; i++) {
			if (fds[i] >= 0 && write(fds[i], buffer, length) != length) {
				error(0, errno, i == 0 ? "'standard output'" : "%s", names[i]);
				fds[i] = -1;
				failed = 1;
			}
		}
	}
	if (length == -1) {
		error(0, errno, "read error");
		failed = 1;
	}
	return failed;
}
