/* other-end-never-opened: one program leaves a letter in a FIFO for later, and is the only one there. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <string.h>

int main(void)
{
	const char *path = "letters";
	char buf[80];
	mkfifo(path, 0666);
	int fd = open(path, O_WRONLY);
	write(fd, "hello", 6);
	close(fd);
	fd = open(path, O_RDONLY);
	read(fd, buf, sizeof(buf));
	printf("got %s\n", buf);
	close(fd);
	unlink(path);
	return 0;
}
