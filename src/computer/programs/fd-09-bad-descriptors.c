/* FD-09, FD-10: descriptors that are not open, or not for that. */
#include "row.h"
#include <sys/uio.h>

int main(void)
{
	char byte = 0;
	struct stat status;
	static const int bad[] = {-1, 77};
	for (int i = 0; i < 2; i++) {
		show("read", read(bad[i], &byte, 1));
		show("write", write(bad[i], &byte, 1));
		show("close", close(bad[i]));
		show("dup", dup(bad[i]));
		show("fcntl", fcntl(bad[i], F_GETFL));
		show("lseek", lseek(bad[i], 0, SEEK_SET));
		show("fstat", fstat(bad[i], &status));
	}
	int in = open("file", O_RDONLY | O_CREAT, 0600);
	int out = open("file", O_WRONLY);
	show("write on O_RDONLY", write(in, &byte, 1));
	show("read on O_WRONLY", read(out, &byte, 1));
	/* Before the buffer's address is looked at. */
	char *null = NULL;
	int ends[2];
	struct iovec nowhere = {(void *)8, 5};
	pipe(ends);
	mkfifo("fifo", 0600);
	int held = open("fifo", O_RDWR);
	const int readable[] = {in, open("/dev/null", O_RDONLY), ends[0], open("fifo", O_RDONLY)};
	const int writable[] = {out, open("/dev/null", O_WRONLY), ends[1], open("fifo", O_WRONLY)};
	for (int i = 0; i < 4; i++) {
		show("write of NULL", write(readable[i], null, 5));
		show("writev", writev(readable[i], &nowhere, 1));
		show("pwrite", pwrite(readable[i], null, 5, 0));
		show("read to NULL", read(writable[i], null, 5));
		show("readv", readv(writable[i], &nowhere, 1));
		show("pread", pread(writable[i], null, 5, 0));
	}
	close(held);
	return 0;
}
