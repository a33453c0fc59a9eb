/* O_PATH, a descriptor for a name alone; O_TMPFILE, a file without one; and the flags that fcntl tells again. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/ioctl.h>

static void flags_of(const char *what, int flags)
{
	int fd = open("file", flags);
	printf("%s: %o\n", what, fcntl(fd, F_GETFL));
	fflush(stdout);
	close(fd);
}

static void names_alone(void)
{
	char path[64], text[16] = "";
	struct stat status;
	struct pollfd entry = {0, POLLIN, 0};
	int fd = open("file", O_PATH);
	show("open", fd >= 0);
	show("read", read(fd, text, 5));
	show("write", write(fd, "x", 1));
	show("lseek", lseek(fd, 0, SEEK_SET));
	show("fchmod", fchmod(fd, 0600));
	show("ftruncate", ftruncate(fd, 0));
	show("F_SETFL", fcntl(fd, F_SETFL, O_NONBLOCK));
	show("F_GETFD", fcntl(fd, F_GETFD));
	show("fstat", fstat(fd, &status));
	show("its size", status.st_size);
	entry.fd = fd;
	show("poll", poll(&entry, 1, 0));
	show("not there", entry.revents == POLLNVAL);
	show("dup", dup(fd) == fd + 1);
	sprintf(path, "/proc/self/fd/%d", fd);
	show("read what was opened anew", read(open(path, O_RDONLY), text, 5));
	printf("%s\n", text);
	show("a file is no directory", open("file", O_PATH | O_DIRECTORY));
	show("no such name", open("none", O_PATH));
	fd = open("link", O_PATH | O_NOFOLLOW);
	show("fstat of a link", fstat(fd, &status));
	show("it is one", S_ISLNK(status.st_mode));
	show("where it leads", readlinkat(fd, "", text, sizeof text));
	fd = open("fifo", O_PATH);
	show("a FIFO, without a wait", fd >= 0);
	show("fstat of a FIFO", fstat(fd, &status));
	show("it is one", S_ISFIFO(status.st_mode));
	fd = open("folder", O_PATH);
	show("below a directory", openat(fd, "new", O_CREAT | O_WRONLY, 0600) >= 0);
	show("fchdir", fchdir(fd));
	show("there", access("new", F_OK));
	show("back", chdir(".."));
	chmod("file", 0);
	setuid(1000);
	show("a closed file", open("file", O_RDONLY));
	show("its name alone", open("file", O_PATH) >= 0);
}

static void files_without_name(void)
{
	char path[64], text[16] = "";
	struct stat status;
	int fd = open(".", O_TMPFILE | O_RDWR, 0640);
	show("open", fd >= 0);
	fstat(fd, &status);
	printf("%d names, mode %o\n", (int)status.st_nlink, status.st_mode);
	show("write", write(fd, "hello", 5));
	sprintf(path, "/proc/self/fd/%d", fd);
	show("a name for it", linkat(AT_FDCWD, path, AT_FDCWD, "named", AT_SYMLINK_FOLLOW));
	show("read by its name", read(open("named", O_RDONLY), text, 9));
	show("unlink", unlink("named"));
	show("a name again", linkat(AT_FDCWD, path, AT_FDCWD, "named", AT_SYMLINK_FOLLOW));
	fd = open(".", O_TMPFILE | O_WRONLY | O_EXCL, 0600);
	sprintf(path, "/proc/self/fd/%d", fd);
	show("no name, ever", linkat(AT_FDCWD, path, AT_FDCWD, "named", AT_SYMLINK_FOLLOW));
	show("to read alone", open(".", O_TMPFILE | O_RDONLY, 0600));
	show("in a file", open("file", O_TMPFILE | O_RDWR, 0600));
	show("nowhere", open("none", O_TMPFILE | O_RDWR, 0600));
	show("with O_CREAT", open(".", O_TMPFILE | O_RDWR | O_CREAT, 0600));
	mkdir("closed", 0500);
	show("its flags", fcntl(fd, F_GETFL));
}

int main(void)
{
	umask(022);
	int fd = open("file", O_CREAT | O_RDWR, 0644);
	show("write", write(fd, "hello", 5));
	show("symlink", symlink("file", "link"));
	show("mkfifo", mkfifo("fifo", 0600));
	show("mkdir", mkdir("folder", 0755));
	flags_of("O_SYNC", O_WRONLY | O_SYNC);
	flags_of("O_DSYNC, O_APPEND", O_RDWR | O_DSYNC | O_APPEND);
	flags_of("O_NOFOLLOW, O_CLOEXEC", O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	flags_of("O_TRUNC, O_NOCTTY", O_RDONLY | O_NOCTTY);
	flags_of("O_PATH", O_PATH | O_NOFOLLOW | O_RDWR);
	files_without_name();
	names_alone();
	return 0;
}
