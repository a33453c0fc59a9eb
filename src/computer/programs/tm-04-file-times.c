/* st_atime, st_mtime, st_ctime: what changes which of them, and utimensat(2) with its older kin. */
#define _GNU_SOURCE
#include <sys/time.h>
#include <utime.h>
#include "row.h"

static struct stat before;

static int later(struct timespec a, struct timespec b)
{
	return a.tv_sec > b.tv_sec || (a.tv_sec == b.tv_sec && a.tv_nsec > b.tv_nsec);
}

/* Which times of the file have moved since the last call. */
static void moved(const char *what, const char *path)
{
	struct stat now;
	lstat(path, &now);
	printf("%s:%s%s%s\n", what, later(now.st_atim, before.st_atim) ? " atime" : "",
		later(now.st_mtim, before.st_mtim) ? " mtime" : "", later(now.st_ctim, before.st_ctim) ? " ctime" : "");
	before = now;
	settle();
}

static void told(const char *what, const char *path)
{
	struct stat now;
	lstat(path, &now);
	printf("%s: atime %ld.%09ld mtime %ld.%09ld\n", what, (long)now.st_atim.tv_sec, now.st_atim.tv_nsec,
		(long)now.st_mtim.tv_sec, now.st_mtim.tv_nsec);
}

static void file(void)
{
	char byte;
	int fd = open("file", O_RDWR | O_CREAT, 0644);
	stat("file", &before);
	show("all the same", before.st_mtim.tv_nsec == before.st_ctim.tv_nsec && before.st_atim.tv_nsec == before.st_mtim.tv_nsec);
	settle();
	write(fd, "hello", 5);
	moved("write", "file");
	pread(fd, &byte, 1, 0);
	moved("read", "file");
	pread(fd, &byte, 1, 0);
	moved("read again", "file");
	fchmod(fd, 0600);
	moved("fchmod", "file");
	pread(fd, &byte, 1, 0);
	moved("read", "file");
	link("file", "other");
	moved("link", "file");
	rename("other", "third");
	moved("rename", "file");
	unlink("third");
	moved("unlink", "file");
	ftruncate(fd, 2);
	moved("ftruncate", "file");
	write(fd, "", 0);
	moved("write nothing", "file");
	close(open("file", O_WRONLY | O_TRUNC));
	moved("O_TRUNC", "file");
	close(open("file", O_RDWR));
	moved("open and close", "file");
	read(fd, &byte, 1);
	moved("read at the end", "file");
	close(fd);
}

static void directory(void)
{
	mkdir("d", 0755);
	lstat("d", &before);
	settle();
	close(open("d/file", O_WRONLY | O_CREAT, 0644));
	moved("create", "d");
	mkdir("d/sub", 0755);
	moved("mkdir", "d");
	symlink("file", "d/link");
	moved("symlink", "d");
	mkfifo("d/pipe", 0600);
	moved("mkfifo", "d");
	rename("d/file", "d/sub/file");
	moved("rename out of it", "d");
	unlink("d/pipe");
	moved("unlink", "d");
	unlink("d/sub/file");
	moved("unlink below", "d");
	rmdir("d/sub");
	moved("rmdir", "d");
	chmod("d", 0700);
	moved("chmod", "d");
}

static void fifo(void)
{
	char byte;
	mkfifo("pipe", 0600);
	lstat("pipe", &before);
	settle();
	int fd = open("pipe", O_RDWR);
	moved("open", "pipe");
	write(fd, "x", 1);
	moved("write", "pipe");
	read(fd, &byte, 1);
	moved("read", "pipe");
	close(fd);
}

static void set(void)
{
	struct timespec times[2] = {{1000, 6}, {2000, 5008}};
	struct timeval older[2] = {{-10, 1}, {30, 999999}};
	struct utimbuf oldest = {100, 200};
	int fd = open("file", O_RDONLY);
	symlink("file", "link");
	lstat("file", &before);
	settle();
	show("utimensat", utimensat(AT_FDCWD, "file", times, 0));
	told("set", "file");
	show("utime", utime("file", &oldest));
	told("set", "file");
	show("utimes", utimes("file", older));
	told("set", "file");
	show("futimes", futimes(fd, older));
	times[0].tv_nsec = UTIME_OMIT;
	show("omit", futimens(fd, times));
	told("set", "file");
	times[0].tv_nsec = 7000;
	show("through the link", utimensat(AT_FDCWD, "link", times, 0));
	told("set", "file");
	times[0].tv_sec = 3;
	show("the link itself", utimensat(AT_FDCWD, "link", times, AT_SYMLINK_NOFOLLOW));
	told("the file", "file");
	told("the link", "link");
	times[0].tv_nsec = UTIME_NOW;
	times[1].tv_nsec = UTIME_NOW;
	lstat("file", &before);
	show("now", utimensat(AT_FDCWD, "file", times, 0));
	moved("now", "file");
	show("NULL", utime("file", NULL));
	moved("NULL", "file");
	times[0].tv_nsec = UTIME_OMIT;
	times[1].tv_nsec = UTIME_OMIT;
	show("both omitted", utimensat(AT_FDCWD, "file", times, 0));
	moved("both omitted", "file");
	show("of nothing", utimensat(AT_FDCWD, "none", times, 0));
	times[0].tv_nsec = 1000000000;
	show("too many nanoseconds", utimensat(AT_FDCWD, "file", times, 0));
	older[1].tv_usec = 1000000;
	show("too many microseconds", utimes("file", older));
	show("none", utime("none", NULL));
	show("no descriptor", futimens(77, NULL));
	show("below 0", futimens(-1, NULL));
	show("no path", utimensat(AT_FDCWD, "", NULL, 0));
	show("flags", utimensat(AT_FDCWD, "file", NULL, 1));
}

int main(void)
{
	file();
	directory();
	fifo();
	set();
	return 0;
}
