/* lock-never-unlocked: the file is opened twice, and the second lock waits for the first one of the same process. */
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

static int note(const char *text, int length)
{
	int fd = open("log", O_RDWR | O_CREAT | O_APPEND, 0600);
	flock(fd, LOCK_EX);
	int done = write(fd, text, length) == length;
	close(fd);
	return done;
}

int main(void)
{
	int fd = open("log", O_RDWR | O_CREAT, 0600);
	flock(fd, LOCK_EX);
	int done = note("begin\n", 6);
	flock(fd, LOCK_UN);
	return !done;
}
