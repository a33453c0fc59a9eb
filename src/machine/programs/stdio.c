#include <stdio.h>

// Characters out, and standard error apart.
#include <string.h>
int main(void)
{
	putchar('a');
	fputc('b', stdout);
	putc('c', stdout);
	puts("d");
	fputs("e\n", stdout);
	fprintf(stdout, "%s %d\n", "f", 6);
	fwrite("ghij\n", 1, 5, stdout);
	fprintf(stderr, "not here\n");
	char line[20];
	sprintf(line, "%03d|%-4s|", 7, "k");
	puts(line);
	fflush(stdout);
	setbuf(stdout, NULL);
	printf("unbuffered\n");
	printf("%d\n", (int)strlen(line));
	return 0;
}
