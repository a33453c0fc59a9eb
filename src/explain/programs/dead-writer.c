/* own-write-end: the writer was killed before it wrote, and the reader, which holds a write end too, waits on. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	int fds[2];
	char byte;
	int *volatile nothing = NULL;

	if (pipe(fds) == -1)
		return 1;
	if (fork() == 0) { //@ name writer
		*nothing = 1;
		_exit(write(fds[1], "x", 1) != 1);
	}
	while (read(fds[0], &byte, 1) > 0)
		putchar(byte);
	puts("end of file");
	return 0;
}
