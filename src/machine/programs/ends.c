// The ends of the program's parts, which the linker alone knows.
#include <stdio.h>
#include <stdlib.h>
extern char etext, edata, end[];
extern int _end;
int filled = 5, empty;
char more[5000];
int main(void)
{
	static int kept = 3;
	char *code = (char *)main;
	char *heap = malloc(1);
	printf("%d %d %d\n", code < &etext, &etext <= (char *)&filled, (char *)&kept < &edata);
	printf("%d %d %d\n", &edata <= (char *)&empty, more + sizeof more <= end, (char *)&_end == end);
	printf("%d %d\n", end <= heap, &edata < end);
	return 0;
}
