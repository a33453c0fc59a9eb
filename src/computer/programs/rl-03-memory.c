/* RLIMIT_AS and RLIMIT_DATA bound the heap: malloc and sbrk fail with ENOMEM; a child has the bound too. */
#define _GNU_SOURCE
#include <sys/resource.h>
#include "row.h"

static void bound(int resource, rlim_t bytes)
{
	struct rlimit limit = {bytes, RLIM_INFINITY};
	show("setrlimit", setrlimit(resource, &limit));
}

static void blocks(void)
{
	errno = 0;
	char *large = malloc(50 << 20);
	printf("50 MB %s%s\n", large == NULL ? "none, " : "given", large == NULL ? strerrorname_np(errno) : "");
	char *small = malloc(1 << 20);
	printf("1 MB %s\n", small == NULL ? "none" : "given");
	free(large);
	free(small);
	fflush(stdout);
}

int main(void)
{
	bound(RLIMIT_DATA, 8 << 20);
	void *end = sbrk(0);
	show("a page more", sbrk(4096) == end);
	show("40 MB more", sbrk(40 << 20) == (void *)-1);
	show("back", sbrk(-4096) != (void *)-1);
	show("where it was", sbrk(0) == end);
	bound(RLIMIT_DATA, RLIM_INFINITY);
	bound(RLIMIT_AS, 16 << 20);
	blocks();
	if (fork() == 0) {
		blocks();
		return 0;
	}
	wait(NULL);
	bound(RLIMIT_AS, RLIM_INFINITY);
	blocks();
	return 0;
}
