/* Names and sizes: what replaces what, what is in use, where a file may not grow. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/resource.h>

int main(void)
{
	int file = open("one", O_RDWR | O_CREAT | O_TRUNC, 0644);
	close(open("two", O_WRONLY | O_CREAT, 0644));
	show("one takes the place of two", rename("one", "two"));
	link("two", "three");
	show("two names of one file", rename("two", "three"));
	show("both are there", access("two", F_OK));
	mkdir("inside", 0755);
	show("rename of where one stands", rename(".", "elsewhere"));
	show("rmdir of the root", rmdir("/"));

	signal(SIGXFSZ, SIG_IGN);
	struct rlimit limit = {10, 10};
	setrlimit(RLIMIT_FSIZE, &limit);
	show("room for a part", write(file, "0123456789abcdef", 16));
	show("no room", write(file, "g", 1));
	return 0;
}
