/* lock-never-unlocked: two records in two orders; the kernel refuses the second wait, and nobody looks. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void lock(int fd, int start)
{
	struct flock l = {0};
	l.l_type = F_WRLCK;
	l.l_whence = SEEK_SET;
	l.l_start = start;
	l.l_len = 1;
	fcntl(fd, F_SETLKW, &l);
}

int main(void)
{
	int fd = open("accounts", O_RDWR | O_CREAT, 0600);

	if (fork() == 0) {
		lock(fd, 1);
		usleep(100000);
		lock(fd, 0);
		printf("child has both\n");
		exit(0);
	}
	lock(fd, 0);
	usleep(200000);
	lock(fd, 1);
	printf("parent has both\n");
	wait(NULL);
	return 0;
}
