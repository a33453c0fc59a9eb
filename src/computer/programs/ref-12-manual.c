/* What the manual says that calls refuse, and few programs ever ask: flags that are none, files of others, addresses nowhere; as root,
   which becomes an ordinary user. */
#define _GNU_SOURCE
#include "row.h"
#include <dirent.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>

static char much[262144];

/* Sends more than fits, while the other end goes away with unread bytes in it. */
static void reset(void)
{
	int pair[2];
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	pid_t child = fork();
	if (child == 0) {
		struct iovec part = {much, sizeof much};
		struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
		close(pair[1]);
		while (send(pair[0], much, 4096, MSG_DONTWAIT) == 4096)
			;
		part.iov_len = 1;
		show("sendmsg, the other end goes away unread", sendmsg(pair[0], &message, MSG_NOSIGNAL));
		_exit(0);
	}
	close(pair[0]);
	send(pair[1], "unread", 6, 0);
	settle();
	settle();
	close(pair[1]);
	waitpid(child, NULL, 0);
}

int main(void)
{
	void *nowhere = (void *)8;
	struct iovec part = {much, 1};
	struct stat about;
	char buffer[64];
	sigset_t none;
	sigemptyset(&none);
	umask(0);
	chmod(".", 0777);
	close(open("root's", O_RDWR | O_CREAT, 0644));
	setresuid(1000, 1000, 1000);
	int directory = open(".", O_RDONLY | O_DIRECTORY), file = open("file", O_RDWR | O_CREAT, 0644);
	write(file, "text", 4);
	close(open("other", O_RDWR | O_CREAT, 0644));
	symlink("file", "link");

	show("getdents64 of a file", getdents64(file, buffer, sizeof buffer));
	show("getdents64 to nowhere", getdents64(directory, nowhere, 64));
	show("getcwd to nowhere", getcwd(nowhere, 4096) == NULL ? -1 : 0);
	show("getcwd, no room at all", getcwd(buffer, 0) == NULL ? -1 : 0);
	show("sigprocmask to nowhere", sigprocmask(SIG_BLOCK, &none, nowhere));

	show("fstatat with a flag that is none", fstatat(AT_FDCWD, "file", &about, 1));
	show("unlinkat", unlinkat(AT_FDCWD, "file", 1));
	show("linkat", linkat(AT_FDCWD, "file", AT_FDCWD, "more", 1));
	show("fchmodat", fchmodat(AT_FDCWD, "file", 0644, 1));
	show("fchmodat of a link itself", fchmodat(AT_FDCWD, "link", 0644, AT_SYMLINK_NOFOLLOW));
	show("fchownat", fchownat(AT_FDCWD, "file", -1, -1, 1));
	show("openat with O_CREAT and O_DIRECTORY", openat(AT_FDCWD, "new", O_RDONLY | O_CREAT | O_DIRECTORY, 0600));
	show("renameat2 that replaces nothing", renameat2(AT_FDCWD, "file", AT_FDCWD, "other", RENAME_NOREPLACE));

	show("O_NOATIME, another's file", open("root's", O_RDONLY | O_NOATIME));
	show("O_NOATIME, my own", open("file", O_RDONLY | O_NOATIME) == -1 ? -1 : 0);
	show("SEEK_DATA", lseek(file, 1, SEEK_DATA));
	show("SEEK_HOLE", lseek(file, 1, SEEK_HOLE));
	show("SEEK_DATA behind the end", lseek(file, 4, SEEK_DATA));
	show("SEEK_HOLE behind the end", lseek(file, 9, SEEK_HOLE));
	show("preadv of less than none", preadv(file, &part, -1, 0));
	show("pwritev of less than none", pwritev(file, &part, -1, 0));

	show("prlimit of nobody", prlimit(99999, RLIMIT_NOFILE, NULL, NULL));
	show("prlimit of another's process", prlimit(1, RLIMIT_NOFILE, NULL, NULL));
	show("lockf with a command that is none", lockf(file, 9, 0));
	show("dup2 to a number beyond", dup2(file, 70000));
	show("dup3 to a number beyond", dup3(file, 70000, 0));
	show("shutdown without a connection", shutdown(socket(AF_UNIX, SOCK_STREAM, 0), SHUT_RD));
	reset();
	return 0;
}
