#include <stdio.h>

// atexit and the status of main.
#include <stdlib.h>
static void first(void) { printf("first\n"); }
static void second(void) { printf("second\n"); }
int main(void)
{
	atexit(first);
	atexit(second);
	printf("main");
	return 7;
}
