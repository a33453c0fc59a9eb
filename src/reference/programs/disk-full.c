/* A file that grows until the disk is full, on a disk of 4 MB. */
#include "row.h"

static char block[65536];

int main(void)
{
	int file = open("file", O_RDWR | O_CREAT, 0600);
	long whole = 0, last;
	while ((last = write(file, block, sizeof block)) == sizeof block)
		whole++;
	show("blocks that fit", whole);
	show("one more", last);
	show("a byte more", write(file, "x", 1));
	show("at a place behind", pwrite(file, "x", 1, 4194304));
	show("over what is there", pwrite(file, "x", 1, 0));
	show("empty the file", ftruncate(file, 0));
	show("now there is room", pwrite(file, "x", 1, 0));
	return 0;
}
