/* Symbolic links: which calls follow them, loops, links to nowhere. */
#define _GNU_SOURCE
#include "row.h"

static void type(const char *path)
{
	struct stat status;
	if (lstat(path, &status) == -1)
		show(path, -1);
	else
		printf("%s: %o size %ld links %d\n", path, (unsigned)status.st_mode & S_IFMT, S_ISDIR(status.st_mode) ? 0L : (long)status.st_size,
		       (int)status.st_nlink);
	fflush(stdout);
}

int main(void)
{
	char buffer[16];
	struct stat status;
	mkdir("d", 0755);
	int fd = creat("d/file", 0644);
	write(fd, "hello", 5);
	show("symlink", symlink("d/file", "l"));
	show("exists", symlink("other", "l"));
	show("empty", symlink("", "m"));
	show("to a directory", symlink("d", "dl"));
	show("to nowhere", symlink("nowhere", "n"));
	show("to itself", symlink("loop", "loop"));
	type("l");
	type("dl");
	type("dl/");
	type("dl/file");
	show("readlink", readlink("l", buffer, sizeof buffer));
	printf("%.6s\n", buffer);
	show("cut", readlink("l", buffer, 3));
	show("not a link", readlink("d", buffer, sizeof buffer));
	show("slash", readlink("dl/", buffer, sizeof buffer));
	show("no room", readlink("nowhere else", buffer, 0));
	show("no room, no path", readlink((char *)8, buffer, 0));
	show("no path", readlink((char *)8, buffer, sizeof buffer));
	show("not a link, no buffer", readlink("d", (char *)16, 8));
	show("nothing, no buffer", readlink("none", (char *)16, 8));
	show("no buffer", readlink("l", (char *)16, 8));
	show("stat", stat("l", &status));
	printf("size %ld\n", (long)status.st_size);
	show("stat nowhere", stat("n", &status));
	show("stat loop", stat("loop", &status));
	show("through a loop", stat("loop/x", &status));
	show("no follow", open("l", O_RDONLY | O_NOFOLLOW));
	show("exclusive", open("n", O_CREAT | O_EXCL | O_WRONLY, 0644));
	fd = open("n", O_CREAT | O_WRONLY, 0644);
	show("created through", fd);
	type("nowhere");
	show("link of a link", link("l", "l2"));
	type("l2");
	show("mkdir", mkdir("dl", 0755));
	show("rmdir", rmdir("dl"));
	show("rmdir slash", rmdir("dl/"));
	show("unlink slash", unlink("dl/"));
	show("rename", rename("l", "moved"));
	type("moved");
	type("l2");
	show("chdir", chdir("dl"));
	show("absolute", symlink("/", "root"));
	show("the root", stat("root/tmp", &status));
	show("unlink", unlink("root"));
	show("up and down", access("../dl/../d/file", R_OK));
	show("unlink", unlink("../dl"));
	show("access nowhere", access("../dl", F_OK));
	return 0;
}
