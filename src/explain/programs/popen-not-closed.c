/* write-end-left-open: the words are sorted when popen has its end of file, and nobody calls pclose. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>

int main(void)
{
	FILE *sorter = popen("sort", "w");
	if (sorter == NULL) {
		perror("popen");
		return 1;
	}
	fprintf(sorter, "pear\n");
	fprintf(sorter, "apple\n");
	fflush(sorter);
	wait(NULL);
	printf("sorted\n");
	return 0;
}
