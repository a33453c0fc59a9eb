/* Paths: what every call that takes one may say of it; as root, which becomes an ordinary user. */
#define _GNU_SOURCE
#include "row.h"
#include <dirent.h>
#include <grp.h>
#include <limits.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <sys/un.h>

static char much[300];
static const struct {
	const char *path, *what;
} paths[] = {
	{much, "too long"},          {"loop/x", "links in a circle"},   {"file/x", "below a file"},
	{"none/x", "below nothing"}, {"closed/x", "no search allowed"}, {(char *)8, "no address"},
};

/* The call with each of the paths, each time as p. */
#define EACH(name, call)                                                                                                       \
	for (int i = 0; i < 6; i++) {                                                                                          \
		const char *p = paths[i].path;                                                                                 \
		printf("%s ", paths[i].what);                                                                                  \
		show(name, call);                                                                                              \
	}

int main(void)
{
	struct stat status;
	struct statfs system;
	char buffer[64];
	char *arguments[] = {"x", NULL}, *none[] = {NULL};
	memset(much, 'x', sizeof much - 1);
	umask(022);
	chmod(".", 0777);
	symlink("loop", "loop");
	close(open("file", O_WRONLY | O_CREAT, 0644));
	close(open("root's", O_WRONLY | O_CREAT, 0600));
	mkdir("closed", 0700);
	mkdir("read-only", 0755);
	mkdir("readable", 0744);
	struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "letters"};
	int letters = socket(AF_UNIX, SOCK_DGRAM, 0);
	show("bind", bind(letters, (struct sockaddr *)&address, sizeof address));
	show("mknod of no kind", mknod("odd", 0170000, 0));
	show("mknod of a directory", mknod("odd", S_IFDIR, 0));
	show("open what runs to write", open("ref-08-paths", O_WRONLY));
	show("truncate what runs", truncate("ref-08-paths", 0));
	setgroups(0, NULL);
	setresgid(1001, 1001, 1001);
	setresuid(1001, 1001, 1001);
	close(open("own", O_WRONLY | O_CREAT, 0600));

	EACH("open", open(p, O_RDONLY));
	EACH("stat", stat(p, &status));
	EACH("statfs", statfs(p, &system));
	EACH("access", access(p, R_OK));
	EACH("truncate", truncate(p, 0));
	EACH("unlink", unlink(p));
	EACH("rename", rename(p, "new"));
	EACH("rename to it", rename("own", p));
	EACH("link", link(p, "new"));
	EACH("link to it", link("own", p));
	EACH("symlink", symlink("own", p));
	EACH("readlink", readlink(p, buffer, sizeof buffer));
	EACH("mkdir", mkdir(p, 0700));
	EACH("rmdir", rmdir(p));
	EACH("mkfifo", mkfifo(p, 0600));
	EACH("chdir", chdir(p));
	EACH("chmod", chmod(p, 0600));
	EACH("chown", chown(p, -1, -1));
	EACH("utimensat", utimensat(AT_FDCWD, p, NULL, 0));
	EACH("execve", execve(p, arguments, none));

	show("stat of a bad address", stat("own", (struct stat *)8));
	show("readlink to a bad address", readlink("loop", (char *)8, 10));
	show("truncate what others may not write", truncate("root's", 0));
	show("utimensat of another's file", utimensat(AT_FDCWD, "root's", NULL, 0));
	show("link onto a name that is taken", link("own", "file"));
	show("rename into a directory of others", rename("own", "read-only/own"));
	show("link into a directory of others", link("own", "read-only/own"));
	show("rmdir in a directory of others", rmdir("read-only/none"));
	show("rmdir of a directory of others", (chdir("read-only"), rmdir("../closed/x")));
	chdir("..");

	show("fstatat, no such directory", fstatat(77, "x", &status, 0));
	show("fstatat, no directory", fstatat(1, "x", &status, 0));
	show("fstatat, no such flag", fstatat(AT_FDCWD, "own", &status, 1));
	show("faccessat", faccessat(77, "x", F_OK, 0));
	show("unlinkat", unlinkat(77, "x", 0));
	show("unlinkat, no such flag", unlinkat(AT_FDCWD, "x", 1));
	show("unlinkat of a directory", unlinkat(77, "x", AT_REMOVEDIR));
	show("renameat", renameat(77, "x", AT_FDCWD, "y"));
	show("linkat", linkat(77, "x", AT_FDCWD, "y", 0));
	show("linkat, no such flag", linkat(AT_FDCWD, "own", AT_FDCWD, "y", 1));
	show("symlinkat", symlinkat("x", 77, "y"));
	show("readlinkat", readlinkat(77, "x", buffer, sizeof buffer));
	show("mkfifoat", mkfifoat(77, "x", 0600));
	show("fchmodat", fchmodat(77, "x", 0600, 0));
	show("fchownat", fchownat(77, "x", -1, -1, 0));
	show("fchownat, no such flag", fchownat(AT_FDCWD, "own", -1, -1, 1));
	show("utimensat, no such flag", utimensat(AT_FDCWD, "own", NULL, 1));

	int mine = socket(AF_UNIX, SOCK_DGRAM, 0);
	struct iovec part = {buffer, 1};
	struct msghdr message = {.msg_name = &address, .msg_namelen = sizeof address, .msg_iov = &part, .msg_iovlen = 1};
	show("sendto without permission", sendto(mine, "x", 1, 0, (struct sockaddr *)&address, sizeof address));
	show("sendmsg without permission", sendmsg(mine, &message, 0));
	strcpy(address.sun_path, "read-only/s");
	show("bind in a directory of others", bind(mine, (struct sockaddr *)&address, sizeof address));
	int readable = open("readable", O_RDONLY);
	show("fchdir without permission", fchdir(readable));
	DIR *directory = opendir(".");
	close(dirfd(directory));
	errno = 0;
	show("readdir of what is closed", readdir(directory) == NULL && errno != 0 ? -1 : 0);
	mkdir("gone", 0700);
	directory = opendir("gone");
	rmdir("gone");
	errno = 0;
	show("readdir of what is gone", readdir(directory) == NULL && errno != 0 ? -1 : 0);
	char *long_one = malloc(140000), *with[] = {"x", long_one, NULL};
	memset(long_one, 'x', 139999);
	long_one[139999] = '\0';
	show("execve with too long an argument", execve("./ref-08-paths", with, none));
	show("waitpid for no group", waitpid(INT_MIN, NULL, 0));

	int file = open("file", O_RDONLY), writer = open("own", O_WRONLY);
	show("fchmod of another's file", fchmod(file, 0600));
	show("fchown of nothing", fchown(77, -1, -1));
	show("ftruncate of nothing", ftruncate(77, 0));
	show("ftruncate of what is open for reading", ftruncate(file, 0));
	show("fchdir of no directory", fchdir(file));
	show("getcwd with little room", getcwd(buffer, 2) == NULL ? -1 : 0);
	show("fsync", fsync(writer));
	int closed = open("read-only", O_RDONLY);
	show("fchdir", fchdir(closed));
	return 0;
}
