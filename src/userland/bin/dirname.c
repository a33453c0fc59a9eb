/* dirname: a path without its last part. dirname PATH… */
#include <error.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	if (argc < 2) {
		error(0, 0, "missing operand");
		return fputs("Try 'dirname --help' for more information.\n", stderr), 1;
	}
	for (int i = 1; i < argc; i++) {
		char *path = argv[i];
		size_t length = strlen(path);
		while (length > 1 && path[length - 1] == '/')
			length--;
		while (length > 0 && path[length - 1] != '/')
			length--;
		while (length > 1 && path[length - 1] == '/')
			length--;
		if (length == 0)
			puts(".");
		else
			printf("%.*s\n", (int)length, path);
	}
	return 0;
}
