/* mkstemps and its kin: a new name with an end of its own, and how the file is opened. */
#define _GNU_SOURCE
#include "row.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

static void make(const char *pattern, int after, int flags)
{
	char name[40];
	strcpy(name, pattern);
	int fd = mkostemps(name, after, flags);
	show(pattern, fd < 0 ? fd : 0);
	if (fd == -1) {
		printf("%s\n", name);
		return;
	}
	int place = strlen(name) - after - 6;
	printf("%.*s%s %d %d\n", place, name, name + place + 6, strlen(name) == strlen(pattern), strstr(name, "XXXXXX") == NULL);
	printf("%x %d\n", fcntl(fd, F_GETFL) & (O_ACCMODE | O_APPEND), fcntl(fd, F_GETFD));
	close(fd);
	unlink(name);
}

int main(void)
{
	make("keptXXXXXX.txt", 4, 0);
	make("keptXXXXXX", 0, O_APPEND | O_CLOEXEC);
	make("XXXXXXX.c", 2, O_WRONLY);
	make("keptXXXXX.txt", 4, 0);
	make("XXXXXX", 1, 0);
	make("XXXXXX", -1, 0);
	make("X", 9, 0);
	char plain[] = "aXXXXXXb", given[] = "bXXXXXX";
	int fd = mkstemps(plain, 1);
	printf("%d %c %c\n", fd > 2, plain[0], plain[7]);
	unlink(plain);
	fd = mkostemp(given, O_CLOEXEC);
	printf("%d\n", fcntl(fd, F_GETFD));
	unlink(given);
	return 0;
}
