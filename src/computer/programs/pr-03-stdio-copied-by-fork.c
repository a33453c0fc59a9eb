/* PR-03: what stands in a stdio buffer at fork is printed by both. */
#include "row.h"

int main(void)
{
	printf("A");
	if (fork() == 0)
		exit(0);
	wait(NULL);
	return 0;
}
