/* splice(2), tee(2), sendfile(2): between files and pipes, offsets, errors, waiting. */
#define _GNU_SOURCE
#include "row.h"
#include <sys/sendfile.h>

static char bytes[100];

static void content(const char *what, int fd)
{
	ssize_t count = read(fd, bytes, sizeof bytes - 1);
	bytes[count < 0 ? 0 : count] = 0;
	printf("%s: %zd [%s]\n", what, count, bytes);
	fflush(stdout);
}

int main(void)
{
	int file = open("file", O_RDWR | O_CREAT | O_TRUNC, 0644), other = open("other", O_RDWR | O_CREAT | O_TRUNC, 0644);
	int one[2], two[2];
	off_t offset = 2, at = 10;
	pipe(one);
	pipe(two);
	write(file, "0123456789", 10);
	lseek(file, 1, SEEK_SET);
	show("file to pipe", splice(file, NULL, one[1], NULL, 3, 0));
	show("its offset", lseek(file, 0, SEEK_CUR));
	content("in the pipe", one[0]);
	show("from a place", splice(file, &offset, one[1], NULL, 4, 0));
	printf("place %ld, offset %ld\n", (long)offset, (long)lseek(file, 0, SEEK_CUR));
	show("tee", tee(one[0], two[1], 3, 0));
	content("the copy", two[0]);
	content("the original", one[0]);
	write(one[1], "hello", 5);
	show("pipe to file", splice(one[0], NULL, other, NULL, 3, 0));
	show("pipe to a place", splice(one[0], NULL, other, &at, 10, 0));
	printf("place %ld, offset %ld\n", (long)at, (long)lseek(other, 0, SEEK_CUR));
	show("pipe to pipe, empty", splice(one[0], NULL, two[1], NULL, 5, SPLICE_F_NONBLOCK));
	write(one[1], "moved", 5);
	show("pipe to pipe", splice(one[0], NULL, two[1], NULL, 5, 0));
	content("moved", two[0]);
	show("zero", splice(one[0], NULL, two[1], NULL, 0, 0));
	show("no pipe", splice(file, NULL, other, NULL, 5, 0));
	show("itself", splice(one[0], NULL, one[1], NULL, 5, 0));
	show("place in a pipe", splice(one[0], &offset, other, NULL, 5, 0));
	show("write end", splice(one[1], NULL, other, NULL, 5, 0));
	show("not open", splice(99, NULL, one[1], NULL, 5, 0));
	show("tee of a file", tee(file, one[1], 5, 0));
	show("tee, empty", tee(one[0], two[1], 5, SPLICE_F_NONBLOCK));
	lseek(file, 100, SEEK_SET);
	show("behind the end", splice(file, NULL, one[1], NULL, 5, 0));

	lseek(file, 0, SEEK_SET);
	show("sendfile", sendfile(one[1], file, NULL, 4));
	show("its offset", lseek(file, 0, SEEK_CUR));
	content("sent", one[0]);
	offset = 7;
	show("sendfile from a place", sendfile(one[1], file, &offset, 100));
	printf("place %ld, offset %ld\n", (long)offset, (long)lseek(file, 0, SEEK_CUR));
	content("sent", one[0]);
	show("at the end", sendfile(one[1], file, &offset, 100));
	ftruncate(other, 0);
	lseek(other, 0, SEEK_SET);
	lseek(file, 0, SEEK_SET);
	show("file to file", sendfile(other, file, NULL, 100));
	show("from a pipe", sendfile(other, one[0], NULL, 100));
	show("to what is read only", sendfile(one[0], file, NULL, 100));

	if (fork() == 0)
		_exit(splice(one[0], NULL, two[1], NULL, 9, 0));
	settle();
	write(one[1], "late", 4);
	content("through the child", two[0]);
	int status;
	wait(&status);
	show_status("the child moved", status);
	close(one[1]);
	show("end of file", splice(one[0], NULL, two[1], NULL, 5, 0));
	signal(SIGPIPE, SIG_IGN);
	close(two[0]);
	lseek(file, 0, SEEK_SET);
	show("broken", splice(file, NULL, two[1], NULL, 5, 0));
	show("broken", sendfile(two[1], file, NULL, 5));
	unlink("file");
	unlink("other");
	return 0;
}
