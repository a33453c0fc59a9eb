/* output-lost: the buffer is part of the memory that exec replaces. */
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	if (argc > 1)
		return 0;
	printf("about to become another program\n");
	execl(argv[0], argv[0], "again", (char *)NULL);
	return 127;
}
