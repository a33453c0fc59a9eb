/* PR-03: what stands in a stdio buffer at fork is printed by both. */
#include "row.h"

int main(void)
{
	row("PR-03 a letter in the buffer, fork, two exits");
	printf("A");
	if (fork() == 0)
		exit(0);
	wait(NULL);
	return 0;
}
