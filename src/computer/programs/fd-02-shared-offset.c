/* FD-02, FD-03, FD-04: who shares an offset. */
#include "row.h"

int main(void)
{
	char buffer[10];
	int a = open("file", O_RDWR | O_CREAT | O_TRUNC, 0600);
	int copy = dup(a);
	int other = open("file", O_RDONLY);
	write(a, "abcdef", 6);
	show("copy", lseek(copy, 0, SEEK_CUR));
	show("other", lseek(other, 0, SEEK_CUR));
	lseek(a, 1, SEEK_SET);
	if (fork() == 0) {
		(void)read(a, buffer, 2);
		_exit(0);
	}
	wait(NULL);
	show("after the child", lseek(a, 0, SEEK_CUR));
	ssize_t n = read(copy, buffer, sizeof buffer);
	printf("%.*s\n", (int)n, buffer);
	show("end", read(copy, buffer, sizeof buffer));
	return 0;
}
