/* basename: the last part of a path. basename PATH [SUFFIX] */
#include <error.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	if (argc < 2 || argc > 3) {
		if (argc < 2)
			error(0, 0, "missing operand");
		else
			error(0, 0, "extra operand '%s'", argv[3]);
		return fputs("Try 'basename --help' for more information.\n", stderr), 1;
	}
	char *path = argv[1];
	size_t length = strlen(path);
	while (length > 1 && path[length - 1] == '/')
		path[--length] = 0;
	char *slash = strrchr(path, '/');
	if (slash && slash[1])
		path = slash + 1;
	if (argc == 3) {
		size_t suffix = strlen(argv[2]);
		length = strlen(path);
		if (suffix < length && strcmp(path + length - suffix, argv[2]) == 0)
			path[length - suffix] = 0;
	}
	puts(path);
	return 0;
}
