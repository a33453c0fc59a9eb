// getchar: one byte of standard input.
#include <stdio.h>

int getchar(void)
{
	return fgetc(stdin);
}

int getchar_unlocked(void)
{
	return fgetc(stdin);
}
