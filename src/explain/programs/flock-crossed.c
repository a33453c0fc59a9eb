/* lock-never-unlocked: two processes lock two files, each the other one first. */
#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	close(open("left", O_RDWR | O_CREAT, 0600));
	close(open("right", O_RDWR | O_CREAT, 0600));
	if (fork() == 0) { //@ name transfer
		int right = open("right", O_RDWR);
		int left = open("left", O_RDWR);
		flock(right, LOCK_EX);
		usleep(50000);
		flock(left, LOCK_EX);
		flock(left, LOCK_UN);
		flock(right, LOCK_UN);
		_exit(0);
	}
	int left = open("left", O_RDWR);
	int right = open("right", O_RDWR);
	flock(left, LOCK_EX);
	usleep(50000);
	flock(right, LOCK_EX);
	flock(right, LOCK_UN);
	flock(left, LOCK_UN);
	wait(NULL);
	return 0;
}
