/* FD-09, FD-10: descriptors that are not open, or not for that. */
#include "row.h"

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
	return 0;
}
