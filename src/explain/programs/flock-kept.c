/* lock-never-unlocked: the parent waits for the child before it unlocks the file. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>
#include <sys/file.h>

int main(void)
{
	int fd = open("log", O_RDWR | O_CREAT, 0600);
	flock(fd, LOCK_EX);
	write(fd, "start\n", 6);
	if (fork() == 0) {
		int mine = open("log", O_RDWR);
		flock(mine, LOCK_EX);
		write(mine, "child\n", 6);
		flock(mine, LOCK_UN);
		exit(0);
	}
	wait(NULL);
	flock(fd, LOCK_UN);
	return 0;
}
