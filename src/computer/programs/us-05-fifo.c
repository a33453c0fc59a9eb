/* F-20: a FIFO belongs to somebody: who may open which end; two users talk; as root. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>

static int as(uid_t uid, gid_t further)
{
	fflush(stdout);
	if (fork() != 0) {
		wait(NULL);
		return 0;
	}
	setgroups(further != 0, &further);
	setgid(uid);
	setuid(uid);
	printf("-- user %d\n", (int)uid);
	return 1;
}

static void tries(const char *path)
{
	int read_end = open(path, O_RDONLY | O_NONBLOCK);
	show("read", read_end >= 0 ? 0 : -1);
	int write_end = open(path, O_WRONLY | O_NONBLOCK);
	show("write", write_end >= 0 ? 0 : -1);
	show("both", open(path, O_RDWR | O_NONBLOCK) >= 0 ? 0 : -1);
}

int main(void)
{
	row("F-20 permission bits");
	umask(0);
	chmod(".", 0755);
	mkfifo("private", 0600);
	mkfifo("drop", 0622);
	mkfifo("group", 0660);
	chown("group", 1001, 1005);
	for (uid_t uid = 1001; uid <= 1003; uid++)
		if (as(uid, uid == 1002 ? 1005 : 0)) {
			tries("private");
			tries("drop");
			tries("group");
			_exit(0);
		}
	fflush(stdout);
	pid_t ann = fork();
	if (ann == 0) {
		setuid(1001);
		int fd = open("drop", O_WRONLY);
		write(fd, "hello", 5);
		_exit(0);
	}
	int fd = open("drop", O_RDONLY);
	char text[8];
	show("from the other user", read(fd, text, 8));
	wait(NULL);
	return 0;
}
