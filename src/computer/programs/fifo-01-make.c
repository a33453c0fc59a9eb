/* F-01..05, 10, 11, 17, 21, 22, 23, 26, 27: making FIFOs, opening without waiting, names, what a FIFO refuses. */
#define _GNU_SOURCE
#include "row.h"

int main(void)
{
	char buffer[8];
	struct stat status;
	umask(022);
	show("mkfifo", mkfifo("f", 0666));
	show("again", mkfifo("f", 0666));
	show("missing directory", mkfifo("none/f", 0666));
	show("slash", mkfifo("g/", 0666));
	show("stat", stat("f", &status));
	printf("fifo %d size %ld mode %o links %d\n", S_ISFIFO(status.st_mode), (long)status.st_size,
	       (unsigned)status.st_mode & 07777, (int)status.st_nlink);
	show("write without reader", open("f", O_WRONLY | O_NONBLOCK));
	show("exclusive", open("f", O_RDONLY | O_CREAT | O_EXCL, 0600));
	show("directory", open("f", O_RDONLY | O_DIRECTORY));
	int r = open("f", O_RDONLY | O_NONBLOCK | O_CREAT, 0600);
	show("read", r);
	show("nobody ever wrote", read(r, buffer, 1));
	int w = open("f", O_WRONLY | O_NONBLOCK | O_TRUNC | O_APPEND);
	show("write", w);
	show("no data", read(r, buffer, 1));
	show("capacity", fcntl(w, F_GETPIPE_SZ));
	show("lseek", lseek(r, 0, SEEK_SET));
	show("pread", pread(r, buffer, 1, 0));
	show("ftruncate", ftruncate(w, 0));
	show("fstat", fstat(r, &status));
	ino_t inode = status.st_ino;
	show("rename", rename("f", "g"));
	show("link", link("g", "h"));
	show("stat", stat("h", &status));
	printf("same %d links %d\n", status.st_ino == inode, (int)status.st_nlink);
	int h = open("h", O_WRONLY | O_NONBLOCK);
	show("write via h", write(h, "hi", 2));
	show("read", read(r, buffer, 8));
	show("unlink", unlink("g"));
	show("unlink", unlink("h"));
	show("write on", write(w, "abc", 3));
	show("read on", read(r, buffer, 8));
	show("gone", open("h", O_RDONLY | O_NONBLOCK));
	show("mkfifo anew", mkfifo("h", 0600));
	show("another object", open("h", O_WRONLY | O_NONBLOCK));
	close(r);
	close(w);
	close(h);
	int both = open("h", O_RDWR);
	show("both", both);
	show("both without waiting", open("h", O_RDWR | O_NONBLOCK));
	close(4);
	w = open("h", O_WRONLY);
	show("partner there", w);
	close(w);
	fcntl(both, F_SETFL, O_NONBLOCK);
	show("never end of file", read(both, buffer, 1));
	return 0;
}
