// tmpfile: a file without a name.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

FILE *tmpfile(void)
{
	char path[] = "/tmp/tmpfileXXXXXX";
	int fd = mkstemp(path);
	if (fd == -1)
		return NULL;
	unlink(path);
	return fdopen(fd, "w+");
}
