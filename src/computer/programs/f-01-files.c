/* Files: flags of open, append, holes, truncate, unlink with the file open, errors of paths. */
#include "row.h"

int main(void)
{
	char buffer[32];
	struct stat status;
	show("missing", open("none", O_RDONLY));
	int a = open("one", O_RDWR | O_CREAT | O_EXCL, 0640);
	show("create", a);
	show("exists", open("one", O_RDWR | O_CREAT | O_EXCL, 0640));
	show("write", write(a, "hello", 5));
	show("beyond", lseek(a, 3, SEEK_END));
	show("write", write(a, "X", 1));
	show("pread", pread(a, buffer, sizeof buffer, 4));
	printf("hole %d %d %d %c\n", buffer[1], buffer[2], buffer[3], buffer[4]);
	show("negative", lseek(a, -1, SEEK_SET));
	show("bad whence", lseek(a, 0, 9));
	show("fstat", fstat(a, &status));
	printf("size %ld regular %d mode %o links %d\n", (long)status.st_size, S_ISREG(status.st_mode),
	       (unsigned)status.st_mode & 0777, (int)status.st_nlink);
	show("ftruncate", ftruncate(a, 2));
	int append = open("one", O_WRONLY | O_APPEND);
	write(append, "Y", 1);
	show("offset after append", lseek(append, 0, SEEK_CUR));
	show("pwrite", pwrite(a, "Z", 1, 0));
	show("unlink", unlink("one"));
	show("gone", open("one", O_RDONLY));
	show("still readable", pread(a, buffer, sizeof buffer, 0));
	printf("%.3s\n", buffer);
	show("stat gone", stat("one", &status));
	show("directory", open(".", O_WRONLY));
	show("through a file", open("two", O_CREAT | O_WRONLY, 0600) < 0 ? -1 : open("two/x", O_RDONLY));
	show("mkdir", mkdir("d", 0755));
	show("mkdir again", mkdir("d", 0755));
	show("rename", rename("two", "d/three"));
	show("rmdir full", rmdir("d"));
	show("unlink", unlink("d/three"));
	show("rmdir", rmdir("d"));
	return 0;
}
