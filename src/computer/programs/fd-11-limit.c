/* FD-11, P-46: the limit on descriptors. */
#include "row.h"
#include <sys/resource.h>

int main(void)
{
	struct rlimit limit;
	int ends[2] = {-5, -5};
	getrlimit(RLIMIT_NOFILE, &limit);
	limit.rlim_cur = 5;
	show("setrlimit", setrlimit(RLIMIT_NOFILE, &limit));
	show("dup", dup(0));
	show("pipe with one left", pipe(ends));
	printf("untouched %d %d\n", ends[0], ends[1]);
	show("dup", dup(0));
	show("dup", dup(0));
	show("open", open("file", O_RDWR | O_CREAT, 0600));
	show("F_DUPFD", fcntl(0, F_DUPFD, 5));
	return 0;
}
