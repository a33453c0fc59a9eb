#include <stdio.h>

// setjmp and longjmp.
#include <setjmp.h>
static jmp_buf env;
static int depth;
static void dive(int n)
{
	depth++;
	if (n == 0)
		longjmp(env, 42);
	dive(n - 1);
	depth = -1;
}
int main(void)
{
	volatile int tries = 0;
	int r = setjmp(env);
	tries++;
	printf("%d %d\n", r, tries);
	if (tries < 3)
		dive(tries * 5);
	printf("%d\n", depth);
	return 0;
}
