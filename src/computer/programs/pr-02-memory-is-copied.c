/* PR-02: the child's writes to globals, stack and heap are its own. */
#include "row.h"

int global = 1;

int main(void)
{
	int local = 1;
	int *heap = malloc(sizeof *heap);
	*heap = 1;
	row("PR-02 the child writes to global, stack and heap");
	if (fork() == 0) {
		global = local = *heap = 2;
		printf("child %d %d %d\n", global, local, *heap);
		exit(0);
	}
	wait(NULL);
	printf("parent %d %d %d\n", global, local, *heap);
	free(heap);
	return 0;
}
