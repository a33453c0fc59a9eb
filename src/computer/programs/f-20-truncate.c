/* truncate(2), fchmod(2), fsync(2): a file's length by its path, its mode by its descriptor. */
#include "row.h"

int main(void)
{
	struct stat status;
	char bytes[8] = "";
	int fd = open("file", O_RDWR | O_CREAT | O_TRUNC, 0644), ends[2];
	pipe(ends);
	write(fd, "0123456789", 10);
	show("truncate", truncate("file", 4));
	fstat(fd, &status);
	printf("size %ld\n", (long)status.st_size);
	show("longer", truncate("file", 6));
	show("pread", pread(fd, bytes, 8, 0));
	printf("%s %d %d\n", bytes, bytes[4], bytes[5]);
	show("write at the old offset", write(fd, "x", 1));
	fstat(fd, &status);
	printf("size %ld\n", (long)status.st_size);
	show("negative", truncate("file", -1));
	show("missing", truncate("none", 0));
	show("a directory", truncate(".", 0));
	show("a device", truncate("/dev/null", 0));
	show("fchmod", fchmod(fd, 0600));
	fstat(fd, &status);
	printf("mode %o\n", (unsigned)status.st_mode & 07777);
	show("fchmod, not open", fchmod(99, 0600));
	show("fsync", fsync(fd));
	show("fdatasync", fdatasync(fd));
	show("fsync of a pipe", fsync(ends[0]));
	show("fsync, not open", fsync(99));
	unlink("file");
	return 0;
}
