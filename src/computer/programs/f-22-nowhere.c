/* Buffers that lead nowhere: what is wrong with the call, or that there is nothing to copy, is seen first. */
#include "row.h"

/* gcc does not see where it leads. */
static char *where(long address)
{
	static volatile long kept;
	kept = address;
	return (char *)kept;
}

static void reads(const char *what, int fd)
{
	printf("%s ", what);
	show("read", read(fd, where(8), 5));
	printf("%s ", what);
	show("read beyond", read(fd, where(-1), 5));
	printf("%s ", what);
	show("read of nothing", read(fd, where(8), 0));
}

static void writes(const char *what, int fd)
{
	printf("%s ", what);
	show("write", write(fd, where(8), 5));
	printf("%s ", what);
	show("write beyond", write(fd, where(-1), 5));
}

int main(void)
{
	struct stat *nowhere = (struct stat *)8;
	int ends[2], file = open("file", O_RDWR | O_CREAT, 0600), null = open("/dev/null", O_RDWR);
	int zero = open("/dev/zero", O_RDWR), folder = open(".", O_RDONLY);
	pipe(ends);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	reads("empty file", file);
	write(file, "abc", 3);
	reads("file at its end", file);
	lseek(file, 0, SEEK_SET);
	reads("file", file);
	show("its offset", lseek(file, 0, SEEK_CUR));
	show("pread", pread(file, where(8), 5, 0));
	show("pread behind the end", pread(file, where(8), 5, 100));
	reads("directory", folder);
	reads("/dev/null", null);
	reads("/dev/zero", zero);
	reads("closed", 77);
	reads("write end", ends[1]);
	reads("empty pipe", ends[0]);
	write(ends[1], "abc", 3);
	reads("pipe", ends[0]);
	writes("file", file);
	writes("/dev/null", null);
	writes("/dev/zero", zero);
	writes("pipe", ends[1]);
	writes("read end", ends[0]);
	writes("directory", folder);
	writes("closed", 77);
	show("still in the pipe", read(ends[0], (char[9]){0}, 9));
	close(ends[1]);
	reads("pipe without writers", ends[0]);
	show("stat of nothing", stat("none", nowhere));
	show("stat", stat("file", nowhere));
	show("lstat", lstat("file", nowhere));
	show("fstat", fstat(file, nowhere));
	show("fstat, closed", fstat(77, nowhere));
	return 0;
}
