/* A count of -1, as of a read that failed and was not looked at: the buffer would end where no process has memory. */
#include "row.h"

#include <sys/socket.h>

int main(void)
{
	char text[16] = "0123456789";
	int ends[2], pair[2];
	size_t counts[] = { (size_t)-1, (size_t)1 << 63, ((size_t)1 << 63) - 1, (size_t)1 << 47 };

	show("pipe", pipe(ends));
	show("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
	int file = open("counts", O_RDWR | O_CREAT | O_TRUNC, 0600);
	int null = open("/dev/null", O_RDWR);
	show("two bytes", write(ends[1], "ab", 2));
	for (int i = 0; i < 4; i++) {
		size_t count = counts[i];
		show("write to a file", write(file, text, count));
		show("write to a pipe", write(ends[1], text, count));
		show("write to a socket", write(pair[0], text, count));
		show("write to /dev/null", write(null, text, count));
		show("write to what is closed", write(99, text, count));
		show("write to a read end", write(ends[0], text, count));
		show("read from a file", read(file, text, count));
		show("read from a pipe", read(ends[0], text, count));
		show("read from /dev/null", read(null, text, count));
		show("pread", pread(file, text, count, 0));
		show("pwrite", pwrite(file, text, count, 0));
	}
	show("what is left in the pipe", read(ends[0], text, sizeof text));
	FILE *stream = fopen("counts", "w+");
	fputs("abcdef", stream);
	rewind(stream);
	printf("fread: %zu\n", fread(text, 1, (size_t)-1, stream));
	fclose(stream);
	unlink("counts");
	return 0;
}
