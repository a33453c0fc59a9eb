/* flock(2): a lock of the open file description; fork and dup share it, another open does not. */
#include "row.h"
#include <sys/file.h>

static volatile sig_atomic_t rang;

static void handler(int signal)
{
	(void)signal;
	rang = 1;
}

int main(void)
{
	int fd = open("locked", O_RDWR | O_CREAT | O_TRUNC, 0644), other = open("locked", O_RDONLY), go[2];
	char byte;
	struct sigaction action;
	pipe(go);
	show("exclusive", flock(fd, LOCK_EX));
	show("again", flock(fd, LOCK_EX | LOCK_NB));
	show("other, shared", flock(other, LOCK_SH | LOCK_NB));
	show("through a copy", flock(dup(fd), LOCK_SH | LOCK_NB));
	show("other, shared now", flock(other, LOCK_SH | LOCK_NB));
	show("upgrade in vain", flock(fd, LOCK_EX | LOCK_NB));
	show("which lost the lock", flock(other, LOCK_EX | LOCK_NB));
	flock(other, LOCK_UN);
	flock(fd, LOCK_EX);
	if (fork() == 0) {
		show("child shares it", flock(fd, LOCK_EX | LOCK_NB));
		int own = open("locked", O_RDWR);
		write(go[1], "x", 1);
		show("child waits", flock(own, LOCK_EX));
		_exit(0);
	}
	read(go[0], &byte, 1);
	settle();
	puts("parent unlocks");
	fflush(stdout);
	flock(fd, LOCK_UN);
	wait(NULL);

	flock(fd, LOCK_EX);
	if (fork() == 0) {
		close(fd);
		show("a child's close frees nothing", flock(open("locked", O_RDWR), LOCK_SH | LOCK_NB));
		_exit(0);
	}
	wait(NULL);
	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	sigaction(SIGALRM, &action, NULL);
	alarm(1);
	show("interrupted", flock(other, LOCK_EX));
	printf("rang %d\n", (int)rang);
	show("closed, after the copy", close(fd));
	show("operation 0", flock(other, 0));
	show("operation 3", flock(other, LOCK_SH | LOCK_EX));
	show("not open", flock(99, LOCK_SH));
	struct flock record = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	fd = open("locked", O_RDWR);
	show("fcntl does not see flock", fcntl(fd, F_SETLK, &record));
	unlink("locked");
	return 0;
}
