/* stdio buffering: full when not a terminal, none on stderr, setvbuf. */
#include "row.h"

int main(void)
{
	printf("terminal %d\n", isatty(1));
	write(1, "written at once\n", 16);
	fflush(stdout);
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("line %d\n", 1);
	printf("rest");
	write(1, "at once\n", 8);
	printf("\n");
	setbuf(stdout, NULL);
	printf("unbuffered");
	write(1, "!\n", 2);
	fprintf(stderr, "to stderr\n");
	return 0;
}
