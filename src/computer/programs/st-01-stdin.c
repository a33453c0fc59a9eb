/* Standard input by line and by byte. stdin: first line\nsecond\nlast without newline */
#include "row.h"

int main(void)
{
	char line[64];
	while (fgets(line, sizeof line, stdin) != NULL)
		printf("[%s]", line);
	printf("\nend %d error %d\n", feof(stdin) != 0, ferror(stdin));
	show("read", read(0, line, 1));
	return 0;
}
