/* Directories: making, reading, standing in one, removing; errors of paths. */
#define _GNU_SOURCE
#include <dirent.h>
#include <limits.h>
#include "row.h"

static int by_name(const void *first, const void *second)
{
	return strcmp(*(char *const *)first, *(char *const *)second);
}

static void list(const char *path)
{
	char *names[64];
	int count = 0;
	DIR *directory = opendir(path);
	if (directory == NULL) {
		show(path, -1);
		return;
	}
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		if (asprintf(&names[count], "%s/%d", entry->d_name, entry->d_type) > 0)
			count++;
	}
	rewinddir(directory);
	int again = 0;
	while (readdir(directory) != NULL)
		again++;
	closedir(directory);
	qsort(names, count, sizeof *names, by_name);
	printf("%s:", path);
	for (int i = 0; i < count; i++)
		printf(" %s", names[i]);
	printf(" (%d)\n", again);
	fflush(stdout);
}

static void where(void)
{
	char path[PATH_MAX];
	if (getcwd(path, sizeof path) == NULL)
		show("getcwd", -1);
	else
		printf("in %s\n", strrchr(path, '/'));
	fflush(stdout);
}

int main(void)
{
	struct stat status;
	char name[300];
	memset(name, 'n', sizeof name);
	name[256] = 0;
	show("mkdir", mkdir("d", 0755));
	show("mkdir", mkdir("d/e", 0755));
	show("mkdir", mkdir("d/e/f/", 0755));
	show("exists", mkdir("d/e", 0755));
	show("dot", mkdir(".", 0755));
	show("no parent", mkdir("x/y", 0755));
	show("empty", mkdir("", 0755));
	show("name too long", mkdir(name, 0755));
	close(creat("d/file", 0644));
	mkfifo("d/pipe", 0644);
	symlink("file", "d/link");
	list("d");
	list("d/e/..");
	list("d/file");
	list("none");
	show("stat", stat("d", &status));
	printf("directory %d links %d\n", S_ISDIR(status.st_mode), (int)status.st_nlink);
	show("through a file", stat("d/file/x", &status));
	show("file with a slash", stat("d/file/", &status));
	show("open to write", open("d", O_WRONLY));
	show("create with a slash", open("d/new/", O_CREAT | O_WRONLY, 0644));
	int here = open(".", O_RDONLY | O_DIRECTORY);
	show("not a directory", open("d/file", O_RDONLY | O_DIRECTORY));
	show("read", read(here, name, 1));
	show("chdir", chdir("d/e/f"));
	where();
	show("chdir", chdir("../../e/./"));
	where();
	show("chdir to file", chdir("../file"));
	show("fchdir", fchdir(here));
	show("fchdir nowhere", fchdir(99));
	show("rmdir full", rmdir("d/e"));
	show("rmdir dot", rmdir("d/."));
	show("rmdir dot dot", rmdir("d/e/.."));
	show("rmdir file", rmdir("d/file"));
	show("unlink directory", unlink("d/e"));
	show("rename into itself", rename("d", "d/e/d"));
	show("rename over a full one", rename("d/e/f", "d"));
	show("rename over an empty one", rename("d/e", "d/e/f"));
	show("directory over file", rename("d/e", "d/file"));
	show("file over directory", rename("d/file", "d/e"));
	show("rename", rename("d/e", "g"));
	list("d");
	list("g");
	show("chdir", chdir("g/f"));
	show("rmdir where one stands", rmdir("../f"));
	where();
	show("make in it", mkdir("z", 0755));
	show("up", chdir(".."));
	where();
	return 0;
}
