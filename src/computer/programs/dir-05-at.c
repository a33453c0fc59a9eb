/* Calls by the descriptor of a directory and a name: openat(2) and its kin, fchdir, dirfd, fdopendir. */
#define _GNU_SOURCE
#include <dirent.h>
#include "row.h"

static void kind(const char *what, int directory, const char *name, int flags)
{
	struct stat status;
	if (show(what, fstatat(directory, name, &status, flags)) == 0)
		printf("%s: %o, %ld bytes, %lu links\n", what, (unsigned)status.st_mode, S_ISDIR(status.st_mode) ? 0L : (long)status.st_size, (unsigned long)status.st_nlink);
}

static void names(int directory)
{
	char found[16][32];
	int count = 0;
	struct dirent *entry;
	DIR *stream = fdopendir(directory);
	show("dirfd", dirfd(stream) == directory);
	while ((entry = readdir(stream)) != NULL)
		strcpy(found[count++], entry->d_name);
	closedir(stream);
	qsort(found, count, sizeof found[0], (int (*)(const void *, const void *))strcmp);
	for (int i = 0; i < count; i++)
		printf(" %s", found[i]);
	printf("\n");
}

static void made(int d, int e)
{
	int fd = show("openat", openat(d, "file", O_CREAT | O_WRONLY | O_EXCL, 0640) > 2 ? 0 : -1);
	fd = openat(d, "file", O_WRONLY);
	show("write", write(fd, "hello", 5));
	close(fd);
	show("again", openat(d, "file", O_CREAT | O_EXCL, 0640));
	show("mkdirat", mkdirat(d, "sub", 0755));
	show("in it", openat(d, "sub/inner", O_CREAT | O_WRONLY, 0600) > 2 ? 0 : -1);
	show("mkfifoat", mkfifoat(d, "pipe", 0600));
	show("mknodat", mknodat(d, "node", S_IFREG | 0600, 0));
	show("symlinkat", symlinkat("file", d, "link"));
	show("linkat", linkat(d, "file", e, "hard", 0));
	show("linkat of a link", linkat(d, "link", e, "soft", 0));
	show("linkat through a link", linkat(d, "link", e, "through", AT_SYMLINK_FOLLOW));
	show("linkat of a directory", linkat(d, "sub", e, "no", 0));
	show("linkat flags", linkat(d, "file", e, "no", 1));
	kind("file", d, "file", 0);
	kind("pipe", d, "pipe", 0);
	kind("node", d, "node", 0);
	kind("link", d, "link", 0);
	kind("link itself", d, "link", AT_SYMLINK_NOFOLLOW);
	kind("soft", e, "soft", AT_SYMLINK_NOFOLLOW);
	kind("up", e, "../d/sub", 0);
	kind("the descriptor", d, "", AT_EMPTY_PATH);
	kind("no name", d, "", 0);
	kind("flags", d, "file", 1);
}

static ino_t number(int directory, const char *name)
{
	struct stat status;
	return fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status.st_ino : 0;
}

/* Two names change places, whatever they name. */
static void exchanges(int e)
{
	mkdirat(e, "box", 0755);
	mkdirat(e, "box/in", 0755);
	close(openat(e, "box/in/one", O_CREAT | O_WRONLY, 0600));
	close(openat(e, "two", O_CREAT | O_WRONLY, 0600));
	ino_t in = number(e, "box/in"), one = number(e, "box/in/one"), two = number(e, "two");
	show("exchange", renameat2(e, "box/in/one", e, "two", RENAME_EXCHANGE));
	show("exchanged", number(e, "box/in/one") == two && number(e, "two") == one);
	show("with itself", renameat2(e, "two", e, "./two", RENAME_EXCHANGE));
	show("a directory and a file", renameat2(e, "box/in", e, "two", RENAME_EXCHANGE));
	show("exchanged", number(e, "box/in") == one && number(e, "two") == in && number(e, "two/..") == number(e, "."));
	show("and back", renameat2(e, "two/", e, "box/in", RENAME_EXCHANGE));
	show("a full directory", renameat2(e, "box/in", e, "box", RENAME_EXCHANGE));
	show("the other way", renameat2(e, "box", e, "box/in", RENAME_EXCHANGE));
	show("none there", renameat2(e, "two", e, "none", RENAME_EXCHANGE));
	show("none here", renameat2(e, "none", e, "two", RENAME_EXCHANGE));
	show("a file as a directory", renameat2(e, "box/in", e, "two/", RENAME_EXCHANGE));
	show("a dot", renameat2(e, "two", e, "box/.", RENAME_EXCHANGE));
	show("no replacing of a dot", renameat2(e, "two", e, "box/.", RENAME_NOREPLACE));
	show("both flags", renameat2(e, "two", e, "three", RENAME_NOREPLACE | RENAME_EXCHANGE));
	show("no flag", renameat2(e, "two", e, "three", 64));
	show("plain", renameat2(e, "two", e, "three", 0));
	unlinkat(e, "three", 0);
	unlinkat(e, "box/in/one", 0);
	unlinkat(e, "box/in", AT_REMOVEDIR);
	unlinkat(e, "box", AT_REMOVEDIR);
}

static void changed(int d, int e)
{
	char target[64] = "";
	show("readlinkat", readlinkat(d, "link", target, sizeof target));
	printf("%s\n", target);
	show("not a link", readlinkat(d, "file", target, sizeof target));
	show("faccessat", faccessat(d, "file", R_OK | W_OK, 0));
	show("none", faccessat(d, "none", F_OK, 0));
	show("fchmodat", fchmodat(d, "file", 0600, 0));
	show("through the link", fchmodat(d, "link", 0604, 0));
	show("the link itself", fchmodat(d, "link", 0600, AT_SYMLINK_NOFOLLOW));
	show("a file itself", fchmodat(d, "file", 0606, AT_SYMLINK_NOFOLLOW));
	kind("file", d, "file", 0);
	show("renameat", renameat(d, "file", e, "moved"));
	show("gone", renameat(d, "file", e, "moved"));
	show("no replacing", renameat2(e, "moved", e, "hard", RENAME_NOREPLACE));
	show("new name", renameat2(e, "moved", e, "moved2", RENAME_NOREPLACE));
	exchanges(e);
	show("unlinkat a directory", unlinkat(d, "sub", 0));
	show("AT_REMOVEDIR of a file", unlinkat(d, "node", AT_REMOVEDIR));
	show("not empty", unlinkat(d, "sub", AT_REMOVEDIR));
	show("inner", unlinkat(d, "sub/inner", 0));
	show("sub", unlinkat(d, "sub", AT_REMOVEDIR));
	show("unlinkat flags", unlinkat(d, "pipe", 1));
	show("pipe", unlinkat(d, "pipe", 0));
}

static void wrong(int d, int file)
{
	show("no descriptor", openat(77, "file", O_RDONLY));
	show("below 0", mkdirat(-3, "x", 0755));
	show("not a directory", openat(file, "x", O_RDONLY));
	show("not a directory", unlinkat(file, "x", 0));
	show("no path", openat(77, "", O_RDONLY));
	show("absolute", openat(77, "/", O_RDONLY) > 2 ? 0 : -1);
	show("absolute, mkdirat", mkdirat(77, "/", 0755));
	show("a removed one", openat(d, "x", O_CREAT | O_WRONLY, 0600));
	show("fdopendir", fdopendir(file) == NULL ? -1 : 0);
	show("fdopendir", fdopendir(77) == NULL ? -1 : 0);
	show("fchdir", fchdir(file));
}

int main(void)
{
	umask(022);
	mkdir("d", 0755);
	mkdir("e", 0755);
	int d = open("d", O_RDONLY | O_DIRECTORY), e = open("e", O_RDONLY | O_DIRECTORY);
	made(d, e);
	changed(d, e);
	names(dup(d));
	show("fchdir", fchdir(e));
	kind("from here", AT_FDCWD, "moved2", 0);
	kind("from there", d, "link", AT_SYMLINK_NOFOLLOW);
	names(openat(AT_FDCWD, ".", O_RDONLY));
	int file = openat(e, "moved2", O_RDONLY);
	show("up", fchdir(openat(e, "..", O_RDONLY)));
	rename("d", "f");
	kind("renamed meanwhile", d, "link", AT_SYMLINK_NOFOLLOW);
	unlinkat(d, "link", 0);
	unlinkat(d, "node", 0);
	show("rmdir", rmdir("f"));
	wrong(d, file);
	return 0;
}
