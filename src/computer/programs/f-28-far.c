/* F-28: offsets that no file can have; the end of a file of /proc. */
#include "row.h"
#include <limits.h>

int main(void)
{
	int file = open("far", O_RDWR | O_CREAT | O_TRUNC, 0600);
	row("F-28 offsets that no file can have");
	show("the last", lseek(file, 0xffffffff000, SEEK_SET));
	show("one more", lseek(file, 1, SEEK_CUR));
	show("the longest", lseek(file, LONG_MAX, SEEK_SET));
	show("where it stands", lseek(file, 0, SEEK_CUR));
	unlink("far");
	int status = open("/proc/self/status", O_RDONLY);
	show("/proc, from the end", lseek(status, 0, SEEK_END));
	show("/proc, from the start", lseek(status, 5, SEEK_SET));
	return 0;
}
