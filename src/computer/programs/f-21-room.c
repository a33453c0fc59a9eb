/* fallocate: room for a file; what the file system and the system tell of themselves. */
#define _GNU_SOURCE
#include "row.h"
#include <linux/falloc.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <sys/vfs.h>

static void size(int fd)
{
	struct stat status;
	fstat(fd, &status);
	show("size", status.st_size);
}

int main(void)
{
	char text[32];
	int ends[2], fd = open("file", O_CREAT | O_RDWR, 0644);
	pipe(ends);
	write(fd, "abcdefghij", 10);
	show("less than it has", fallocate(fd, 0, 0, 5));
	size(fd);
	show("more", fallocate(fd, 0, 10, 20));
	size(fd);
	show("kept", fallocate(fd, FALLOC_FL_KEEP_SIZE, 0, 5000));
	size(fd);
	show("a hole", fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 2, 3));
	show("read", pread(fd, text, 10, 0));
	for (int i = 0; i < 10; i++)
		printf("%d ", text[i]);
	printf("\n");
	show("no length", fallocate(fd, 0, 0, 0));
	show("before the file", fallocate(fd, 0, -1, 5));
	show("a hole that changes the size", fallocate(fd, FALLOC_FL_PUNCH_HOLE, 0, 5));
	show("no such mode", fallocate(fd, 0x4000, 0, 5));
	show("to read alone", fallocate(open("file", O_RDONLY), 0, 0, 5));
	show("a pipe", fallocate(ends[1], 0, 0, 5));
	show("a device", fallocate(open("/dev/null", O_WRONLY), 0, 0, 5));
	show("closed", fallocate(77, 0, 0, 5));
	struct rlimit limit = {50, RLIM_INFINITY};
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
	show("beyond RLIMIT_FSIZE", fallocate(fd, 0, 0, 100));
	limit.rlim_cur = RLIM_INFINITY;
	setrlimit(RLIMIT_FSIZE, &limit);
	show("posix_fallocate", posix_fallocate(fd, 0, 100));
	size(fd);
	show("posix_fallocate of a pipe", posix_fallocate(ends[1], 0, 5) == ESPIPE);
	struct statfs system;
	show("statfs", statfs(".", &system));
	show("names", system.f_namelen);
	show("statfs of nothing", statfs("none", &system));
	show("fstatfs", fstatfs(fd, &system));
	show("fstatfs, closed", fstatfs(77, &system));
	show("pathconf", pathconf(".", _PC_NAME_MAX));
	show("pathconf of nothing", pathconf("none", _PC_LINK_MAX));
	struct utsname name;
	show("uname to nowhere", uname((struct utsname *)8));
	show("uname", uname(&name));
	printf("%s on %s\n", name.sysname, name.machine);
	return 0;
}
