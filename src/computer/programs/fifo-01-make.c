/* F-01 to F-05, F-10, F-11, F-17, F-21 to F-23, F-26, F-27: making FIFOs, opening without waiting, names, what a FIFO refuses. */
#define _GNU_SOURCE
#include "row.h"

int main(void)
{
	char buffer[8];
	struct stat status;
	umask(022);
	row("F-01 mkfifo, and what is at its path then");
	show("mkfifo", mkfifo("f", 0666));
	show("again", mkfifo("f", 0666));
	show("missing directory", mkfifo("none/f", 0666));
	show("slash", mkfifo("g/", 0666));
	show("stat", stat("f", &status));
	printf("fifo %d size %ld mode %o links %d\n", S_ISFIFO(status.st_mode), (long)status.st_size,
	       (unsigned)status.st_mode & 07777, (int)status.st_nlink);
	row("F-03 to write, without waiting, with no reader");
	show("write without reader", open("f", O_WRONLY | O_NONBLOCK));
	row("F-27 O_EXCL with a FIFO that is there");
	show("exclusive", open("f", O_RDONLY | O_CREAT | O_EXCL, 0600));
	show("directory", open("f", O_RDONLY | O_DIRECTORY));
	row("F-02, F-27 to read, without waiting, with no writer; O_CREAT opens the one that is there");
	int r = open("f", O_RDONLY | O_NONBLOCK | O_CREAT, 0600);
	show("read", r);
	row("F-10 read, and nobody has ever opened it to write");
	show("nobody ever wrote", read(r, buffer, 1));
	row("F-04, F-22 to write, with the reader there; O_TRUNC and O_APPEND mean nothing");
	int w = open("f", O_WRONLY | O_NONBLOCK | O_TRUNC | O_APPEND);
	show("write", w);
	row("F-11 read, with a writer and no byte");
	show("no data", read(r, buffer, 1));
	row("F-23 as large as a pipe, and as atomic");
	show("capacity", fcntl(w, F_GETPIPE_SZ));
	static char much[70000];
	show("more than fits", write(w, much, sizeof much));
	show("full", write(w, much, 1));
	show("emptied", read(r, much, sizeof much));
	row("F-22 no offset, no size");
	show("lseek", lseek(r, 0, SEEK_SET));
	show("pread", pread(r, buffer, 1, 0));
	show("pwrite", pwrite(w, buffer, 1, 0));
	show("ftruncate", ftruncate(w, 0));
	row("F-26 the object is what the name leads to");
	show("fstat", fstat(r, &status));
	ino_t inode = status.st_ino;
	show("rename", rename("f", "g"));
	show("link", link("g", "h"));
	show("stat", stat("h", &status));
	printf("same %d links %d\n", status.st_ino == inode, (int)status.st_nlink);
	int h = open("h", O_WRONLY | O_NONBLOCK);
	show("write via h", write(h, "hi", 2));
	show("read", read(r, buffer, 8));
	row("F-17 the name goes, the bytes go on; a new one of that name is another");
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
	row("F-05 both ends in one open");
	int both = open("h", O_RDWR);
	show("both", both);
	show("both without waiting", open("h", O_RDWR | O_NONBLOCK));
	close(4);
	w = open("h", O_WRONLY);
	show("partner there", w);
	close(w);
	row("F-21 who has both is a writer too");
	fcntl(both, F_SETFL, O_NONBLOCK);
	show("never end of file", read(both, buffer, 1));
	return 0;
}
