/* Pages that sendfile(2) and splice(2) put into a pipe: each takes a slot of its own, and nothing is appended to it. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <unistd.h>
static char page[100000];

static void told(const char *what, long n)
{
	printf("%s: %ld %s\n", what, n, n == -1 ? strerrorname_np(errno) : "");
}

static int inside(int fd)
{
	int n = -1;
	ioctl(fd, FIONREAD, &n);
	return n;
}

/* How many writes of so many bytes go in before it is full. */
static long fill(int fd, size_t size)
{
	long n = 0;
	fcntl(fd, F_SETFL, O_NONBLOCK);
	while (write(fd, page, size) == (ssize_t)size)
		n++;
	fcntl(fd, F_SETFL, 0);
	return n;
}

int main(void)
{
	int file = open("data", O_RDWR | O_CREAT | O_TRUNC, 0600), p[2], q[2];
	off_t at = 0;
	memset(page, 'x', sizeof page);
	write(file, page, sizeof page);
	pipe(p);
	told("4 bytes", sendfile(p[1], file, &at, 4));
	told("writes of 8 beside them", fill(p[1], 8));
	told("inside", inside(p[0]));
	pipe(q); at = 0;
	told("more than there is room for", sendfile(q[1], file, &at, 100000));
	told("inside", inside(q[0]));
	close(p[0]); close(p[1]); close(q[0]); close(q[1]);
	pipe(p); at = 10;
	told("from within a page", sendfile(p[1], file, &at, 8192));
	told("writes of 4096 beside them", fill(p[1], 4096));
	close(p[0]); close(p[1]);
	pipe(p);
	write(p[1], "abc", 3); at = 0;
	told("4 bytes after 3", sendfile(p[1], file, &at, 4));
	write(p[1], "def", 3);
	told("writes of 4096 beside them", fill(p[1], 4096));
	char text[16] = "";
	told("read", read(p[0], text, 10));
	printf("%s\n", text);
	close(p[0]); close(p[1]);
	pipe(p);
	loff_t o = 0;
	told("splice of 4 bytes", splice(file, &o, p[1], NULL, 4, 0));
	told("splice of 4 bytes", splice(file, &o, p[1], NULL, 4, 0));
	told("writes of 4096 beside them", fill(p[1], 4096));
	told("splice into a full pipe", splice(file, &o, p[1], NULL, 4, SPLICE_F_NONBLOCK));
	close(p[0]); close(p[1]);
	pipe(p);
	told("splice of all", splice(file, &(loff_t){0}, p[1], NULL, 100000, 0));
	told("bytes free for a write", fill(p[1], 1));
	close(p[0]); close(p[1]);
	pipe(p); pipe(q);
	write(p[1], "abcdef", 6);
	told("a part from pipe to pipe", splice(p[0], NULL, q[1], NULL, 4, 0));
	write(q[1], "ghi", 3);
	told("writes of 4096 beside", fill(q[1], 4096));
	return 0;
}
