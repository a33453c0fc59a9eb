// Arguments named by their numbers, memory that scanf asks for, and text of wide characters.
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <stddef.h>

int main(void)
{
	char text[32], other[32], *made = NULL;
	wchar_t wide[16];
	int a = 0, b = 0, result;
	printf("%2$s %1$d %2$s|%1$*3$d|%4$.*3$f\n", 42, "str", 6, 3.14159);
	printf("%3$s %1$s %2$s\n", "a", "b", "c");
	printf("%%%1$d %1$x %1$o %2$c %3$5.1f|%3$-8.2e|\n", 255, 'z', 2.5);
	printf("%4$s %3$ld %2$f %1$d %5$Lf\n", 1, 2.0, 3L, "four", 5.0L);
	printf("%1$s %1$s %1$s\n", "again");
	printf("%ls|%lc|%5ls|%.1ls|%S %C\n", L"wide", L'w', L"ab", L"cd", L"x", L'y');
	result = sscanf("one two 3", "%2$s %1$s %3$d", text, other, &a);
	printf("%d %s %s %d\n", result, text, other, a);
	result = sscanf("text here", "%ms", &made);
	printf("%d %s\n", result, made);
	free(made);
	result = sscanf("a fairly long word: averylongwordthatgrowsbeyondthirtytwobytes", "%m[^:]: %ms", &made, &made);
	printf("%d %s\n", result, made);
	free(made);
	result = sscanf("wide 12", "%ls %d", wide, &b);
	printf("%d %ls %d\n", result, wide, b);
	errno = EPERM;
	printf("%m|%24m|%s\n", (char *)NULL);
	return 0;
}
