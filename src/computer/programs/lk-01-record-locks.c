/* fcntl(2), advisory record locking: ranges, owners, waiting, deadlock; lockf(3). */
#define _GNU_SOURCE
#include "row.h"

static int lock(int fd, int command, short type, off_t start, off_t length)
{
	struct flock what;
	memset(&what, 0, sizeof what);
	what.l_type = type;
	what.l_whence = SEEK_SET;
	what.l_start = start;
	what.l_len = length;
	return fcntl(fd, command, &what);
}

/* What another process is told about bytes start to start + length, for writing. */
static void told(const char *what, const char *file, short type, off_t start, off_t length)
{
	pid_t parent = getpid();
	fflush(stdout);
	if (fork() == 0) {
		int fd = open(file, O_RDWR);
		struct flock asked = {.l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length};
		int result = fcntl(fd, F_GETLK, &asked);
		if (asked.l_type == F_UNLCK)
			printf("%s: %d free\n", what, result);
		else
			printf("%s: %d %s %ld %ld whence %d mine %d\n", what, result, asked.l_type == F_RDLCK ? "read" : "write",
				(long)asked.l_start, (long)asked.l_len, asked.l_whence, asked.l_pid == parent);
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
}

int main(void)
{
	const char *file = "locked";
	int fd = open(file, O_RDWR | O_CREAT | O_TRUNC, 0644), go[2];
	char byte;
	write(fd, "0123456789", 10);
	show("write lock", lock(fd, F_SETLK, F_WRLCK, 2, 3));
	told("inside", file, F_WRLCK, 3, 1);
	told("to read", file, F_RDLCK, 0, 0);
	told("before", file, F_RDLCK, 0, 2);
	told("behind", file, F_RDLCK, 5, 0);
	show("own locks are no obstacle", lock(fd, F_SETLK, F_RDLCK, 3, 1));
	told("split, first", file, F_WRLCK, 0, 3);
	told("split, middle", file, F_WRLCK, 3, 1);
	told("split, last", file, F_WRLCK, 4, 9);
	told("a reader beside a reader", file, F_RDLCK, 3, 1);
	show("joined again", lock(fd, F_SETLK, F_WRLCK, 3, 1));
	told("joined", file, F_WRLCK, 0, 0);
	show("unlock the middle", lock(fd, F_SETLK, F_UNLCK, 3, 1));
	told("middle", file, F_WRLCK, 3, 1);
	told("last", file, F_WRLCK, 3, 9);
	show("to the end of time", lock(fd, F_SETLK, F_WRLCK, 8, 0));
	told("far", file, F_WRLCK, 1000000, 1);
	struct flock end = {.l_type = F_RDLCK, .l_whence = SEEK_END, .l_start = -2, .l_len = -3};
	show("from the end backwards", fcntl(fd, F_SETLK, &end));
	told("backwards", file, F_WRLCK, 5, 3);
	show("before the file", lock(fd, F_SETLK, F_WRLCK, -1, 1));
	show("type 9", lock(fd, F_SETLK, 9, 0, 1));

	int reader = open(file, O_RDONLY), writer = open(file, O_WRONLY);
	show("write lock without writing", lock(reader, F_SETLK, F_WRLCK, 0, 1));
	show("read lock without reading", lock(writer, F_SETLK, F_RDLCK, 0, 1));
	show("not open", lock(77, F_SETLK, F_RDLCK, 0, 1));
	close(writer);
	told("any close drops all", file, F_WRLCK, 0, 0);
	close(reader);

	lock(fd, F_SETLK, F_WRLCK, 0, 0);
	pipe(go);
	if (fork() == 0) {
		struct flock child = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
		show("child does not inherit: F_SETLK", fcntl(fd, F_SETLK, &child));
		write(go[1], "x", 1);
		show("child waits: F_SETLKW", fcntl(fd, F_SETLKW, &child));
		_exit(0);
	}
	read(go[0], &byte, 1);
	settle();
	puts("parent unlocks");
	fflush(stdout);
	lock(fd, F_SETLK, F_UNLCK, 0, 0);
	wait(NULL);

	lock(fd, F_SETLK, F_WRLCK, 0, 1);
	if (fork() == 0) {
		lock(fd, F_SETLK, F_WRLCK, 5, 1);
		write(go[1], "x", 1);
		show("child gets the other", lock(fd, F_SETLKW, F_WRLCK, 0, 1));
		_exit(0);
	}
	read(go[0], &byte, 1);
	settle();
	show("deadlock", lock(fd, F_SETLKW, F_WRLCK, 5, 1));
	lock(fd, F_SETLK, F_UNLCK, 0, 1);
	wait(NULL);

	lseek(fd, 4, SEEK_SET);
	show("lockf", lockf(fd, F_LOCK, 2));
	told("lockf locked", file, F_RDLCK, 0, 0);
	show("lockf test", lockf(fd, F_TEST, 2));
	show("lockf unlock", lockf(fd, F_ULOCK, 0));
	told("lockf unlocked", file, F_RDLCK, 0, 0);

	int other = open(file, O_RDWR);
	show("description", lock(fd, F_OFD_SETLK, F_WRLCK, 0, 4));
	show("another description", lock(other, F_OFD_SETLK, F_RDLCK, 0, 4));
	show("its copy", lock(dup(fd), F_OFD_SETLK, F_RDLCK, 0, 4));
	show("readers now", lock(other, F_OFD_SETLK, F_RDLCK, 0, 4));
	struct flock asked = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	show("told", fcntl(other, F_OFD_GETLK, &asked));
	printf("%d %ld %ld pid %d\n", asked.l_type == F_RDLCK, (long)asked.l_start, (long)asked.l_len, (int)asked.l_pid);
	unlink(file);
	return 0;
}
