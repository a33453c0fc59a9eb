// putchar: one byte on standard output.
#include <stdio.h>

int putchar(int c)
{
	return fputc(c, stdout);
}

int putchar_unlocked(int c)
{
	return fputc(c, stdout);
}
