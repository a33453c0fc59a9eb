/* perror, strerror, abnormal status. */
#include "row.h"

int main(void)
{
	close(1);
	if (write(1, "x", 1) == -1)
		perror("write");
	fprintf(stderr, "%s\n", strerror(ENOENT));
	return 77;
}
