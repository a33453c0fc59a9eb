// Room for a file before it is written, a file read early, and the ids that files are judged by.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/fsuid.h>
#include <unistd.h>

int main(void)
{
	int fd = open("room", O_RDWR | O_CREAT, 0600);
	printf("%d", fallocate(fd, 0, 0, 5000));
	printf(" %ld\n", (long)lseek(fd, 0, SEEK_END));
	printf("%d %d\n", (int)readahead(fd, 0, 100), syncfs(fd));
	printf("%d", (int)readahead(-1, 0, 100));
	printf(" %d", errno == EBADF);
	printf(" %d", syncfs(-1));
	printf(" %d\n", errno == EBADF);
	uid_t user = geteuid();
	printf("%d %d\n", setfsuid(-1) == (int)user, setfsuid(user) == (int)user);
	printf("%d\n", setfsgid(-1) == (int)getegid());
	return 0;
}
