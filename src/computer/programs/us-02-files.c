/* Users: who may open, enter, run, change and give away files; as root. */
#define _GNU_SOURCE
#include "row.h"
#include <grp.h>

static void look(const char *path)
{
	struct stat status;
	if (lstat(path, &status) == -1)
		show(path, -1);
	else
		printf("%s: %o %d %d\n", path, (unsigned)status.st_mode & 07777, (int)status.st_uid, (int)status.st_gid);
	fflush(stdout);
}

static void make(const char *path, mode_t mode, uid_t uid, gid_t gid)
{
	close(open(path, O_CREAT | O_WRONLY, 0600));
	chown(path, uid, gid);
	chmod(path, mode);
}

static void tries(const char *path)
{
	printf("%s:", path);
	const int flags[] = {O_RDONLY, O_WRONLY, O_RDWR, O_WRONLY | O_TRUNC};
	for (int i = 0; i < 4; i++) {
		int fd = open(path, flags[i]);
		printf(" %s", fd == -1 ? error_name(errno) : "ok");
		if (fd != -1)
			close(fd);
	}
	for (int mode = 1; mode < 8; mode++)
		printf(" %d", access(path, mode));
	printf("\n");
	fflush(stdout);
}

static int as(uid_t uid, gid_t gid, gid_t further)
{
	fflush(stdout);
	if (fork() != 0) {
		wait(NULL);
		return 0;
	}
	setgroups(further != 0, &further);
	setgid(gid);
	setuid(uid);
	printf("-- user %d group %d further %d\n", (int)uid, (int)gid, (int)further);
	return 1;
}

int main(void)
{
	umask(022);
	chmod(".", 0777);
	make("own", 0600, 1001, 1001);
	make("not-even-owner", 0077, 1001, 1001);
	make("group", 0640, 1001, 1002);
	make("not-group", 0604, 1001, 1002);
	make("others", 0606, 1001, 1001);
	make("run", 0711, 1001, 1001);
	make("nobody", 0000, 0, 0);
	mkdir("closed", 0700);
	mkdir("listed", 0744);
	mkdir("passed", 0711);
	mkdir("dropped", 0777);
	chmod("dropped", 0777);
	make("passed/in", 0644, 0, 0);
	make("listed/in", 0644, 0, 0);
	const uid_t users[][3] = {{0, 0, 0}, {1001, 1001, 0}, {1002, 1002, 0}, {1003, 1003, 1002}, {1003, 1003, 0}};
	const char *const files[] = {"own", "not-even-owner", "group", "not-group", "others", "run", "nobody"};
	for (int i = 0; i < 5; i++) {
		if (!as(users[i][0], users[i][1], users[i][2]))
			continue;
		for (int j = 0; j < 7; j++)
			tries(files[j]);
		show("closed/in", open("closed/in", O_RDONLY));
		show("closed/in create", open("closed/in", O_RDONLY | O_CREAT, 0600) >= 0 ? 0 : -1);
		show("listed", open("listed", O_RDONLY) >= 0 ? 0 : -1);
		show("listed/in", open("listed/in", O_RDONLY) >= 0 ? 0 : -1);
		show("passed", open("passed", O_RDONLY) >= 0 ? 0 : -1);
		show("passed/in", open("passed/in", O_RDONLY) >= 0 ? 0 : -1);
		show("passed/new", mkdir("passed/new", 0777));
		show("passed unlink", unlink("passed/in"));
		show("chdir closed", chdir("closed"));
		_exit(0);
	}
	make("gift", 06755, 1001, 1001);
	look("gift");
	chown("gift", 1001, 1002);
	look("gift");
	make("gift", 06745, 1001, 1001);
	chown("gift", -1, 1002);
	look("gift");
	if (as(1001, 1001, 1003)) {
		show("chmod own", chmod("gift", 06755));
		look("gift");
		show("to another", chown("gift", 1002, -1));
		show("to itself", chown("gift", 1001, -1));
		look("gift");
		show("further group", chown("gift", -1, 1003));
		look("gift");
		show("foreign group", chown("gift", -1, 1002));
		show("its group", chown("gift", -1, 1003));
		show("foreign nothing", chown("nobody", -1, -1));
		show("foreign file", chown("nobody", 1001, -1));
		show("foreign chmod", chmod("nobody", 0777));
		show("chmod set group", chmod("gift", 02755));
		look("gift");
		make("lends", 04755, 1001, 1001);
		int fd = open("lends", O_WRONLY);
		look("lends");
		show("write", write(fd, "x", 1));
		look("lends");
		show("fchmod", fchmod(fd, 0600));
		show("fchown", fchown(fd, 0, 0));
		look("lends");
		_exit(0);
	}
	mkdir("shared", 0777);
	chown("shared", 0, 1002);
	chmod("shared", 02777);
	if (as(1001, 1001, 0)) {
		close(open("shared/file", O_CREAT | O_WRONLY, 02666));
		look("shared/file");
		close(open("shared/run", O_CREAT | O_WRONLY, 02777));
		look("shared/run");
		mkdir("shared/dir", 0777);
		look("shared/dir");
		mkfifo("shared/fifo", 0666);
		look("shared/fifo");
		symlink("file", "shared/link");
		look("shared/link");
		show("lchown", lchown("shared/link", -1, 1001));
		look("shared/link");
		umask(077);
		close(open("dropped/private", O_CREAT | O_WRONLY, 0666));
		look("dropped/private");
		_exit(0);
	}
	if (as(1002, 1002, 0)) {
		show("link of a foreign file", link("dropped/private", "dropped/mine"));
		show("link of an open file", link("others", "dropped/others"));
		show("rename", rename("dropped/private", "dropped/taken"));
		look("dropped/taken");
		show("unlink", unlink("dropped/taken"));
		_exit(0);
	}
	return 0;
}
