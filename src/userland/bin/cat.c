/* cat: prints files one after the other. cat [-nu] [FILE…] */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER 131072

static char buffer[BUFFER];
static int numbered;
static int failed;

static void write_all(const char *bytes, ssize_t count)
{
	while (count > 0) {
		ssize_t written = write(1, bytes, count);
		if (written == -1)
			error(1, errno, "write error");
		bytes += written;
		count -= written;
	}
}

static void print_numbered(ssize_t count)
{
	static long line;
	static int inside;
	for (ssize_t i = 0; i < count; i++) {
		if (!inside)
			printf("%6ld\t", ++line);
		putchar(buffer[i]);
		inside = buffer[i] != '\n';
	}
	if (fflush(stdout) == EOF) {
		error(0, errno, "write error");
		_exit(1);
	}
}

static void copy(int fd, const char *name)
{
	ssize_t count;
	while ((count = read(fd, buffer, sizeof buffer)) != 0) {
		if (count == -1) {
			error(0, errno, "%s", name);
			failed = 1;
			return;
		}
		if (numbered)
			print_numbered(count);
		else
			write_all(buffer, count);
	}
}

int main(int argc, char **argv)
{
	int option;
	struct stat status;
	while ((option = getopt(argc, argv, "nu")) != -1) {
		if (option == 'n')
			numbered = 1;
		else if (option != 'u')
			return fputs("Try 'cat --help' for more information.\n", stderr), 1;
	}
	if (fstat(1, &status) == -1)
		error(1, errno, "standard output");
	if (optind == argc)
		copy(0, "-");
	for (; optind < argc; optind++) {
		if (strcmp(argv[optind], "-") == 0) {
			copy(0, "-");
			continue;
		}
		int fd = open(argv[optind], O_RDONLY);
		if (fd == -1) {
			error(0, errno, "%s", argv[optind]);
			failed = 1;
			continue;
		}
		copy(fd, argv[optind]);
		close(fd);
	}
	return failed;
}
