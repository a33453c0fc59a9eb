// The walk of fts: two trees, links, instructions.
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static void walk(char *const *paths, int options, const char *skipped, const char *followed)
{
	FTS *walk = fts_open(paths, options | FTS_NOCHDIR, by_name);
	FTSENT *entry;
	if (walk == NULL) {
		printf("fts_open: %s\n", strerror(errno));
		return;
	}
	for (FTSENT *child = fts_children(walk, 0); child; child = child->fts_link)
		printf("(%s) ", child->fts_name);
	puts("");
	while ((entry = fts_read(walk)) != NULL) {
		printf("%d %d %s [%s] %d %d", entry->fts_info, entry->fts_level, entry->fts_path, entry->fts_name, entry->fts_pathlen, entry->fts_namelen);
		if (entry->fts_info == FTS_F)
			printf(" size %ld", (long)entry->fts_statp->st_size);
		if (entry->fts_info == FTS_NS || entry->fts_info == FTS_DNR)
			printf(" %s", strerror(entry->fts_errno));
		if (entry->fts_info == FTS_DC)
			printf(" -> %s", entry->fts_cycle->fts_name);
		puts("");
		if (entry->fts_info == FTS_D && strcmp(entry->fts_name, "a") == 0)
			for (FTSENT *child = fts_children(walk, 0); child; child = child->fts_link)
				printf(" child %s\n", child->fts_name);
		if (skipped && entry->fts_info == FTS_D && strcmp(entry->fts_name, skipped) == 0)
			fts_set(walk, entry, FTS_SKIP);
		if (followed && entry->fts_info == FTS_SL && strcmp(entry->fts_name, followed) == 0)
			fts_set(walk, entry, FTS_FOLLOW);
	}
	printf("errno %d, then %s\n", errno, fts_read(walk) ? "more" : "nothing");
	printf("close %d\n", fts_close(walk));
}

int main(void)
{
	char *one[] = {"t", NULL}, *two[] = {"t/a/", "./t/f", "t/none", "t/l", NULL}, *empty[] = {"", NULL};
	mkdir("t", 0755);
	mkdir("t/a", 0755);
	mkdir("t/a/b", 0755);
	mkdir("t/e", 0755);
	int fd = open("t/f", O_CREAT | O_WRONLY, 0644);
	write(fd, "abc", 3);
	close(fd);
	close(open("t/a/b/g", O_CREAT | O_WRONLY, 0644));
	symlink("a", "t/l");
	symlink("..", "t/a/up");
	symlink("nowhere", "t/x");
	mkfifo("t/p", 0644);
	walk(one, FTS_PHYSICAL, NULL, NULL);
	walk(one, FTS_LOGICAL, NULL, NULL);
	walk(one, FTS_PHYSICAL, "b", "l");
	walk(two, FTS_PHYSICAL, NULL, "x");
	walk(two, FTS_PHYSICAL | FTS_COMFOLLOW, "b", NULL);
	walk(one, FTS_PHYSICAL | FTS_SEEDOT, NULL, NULL);
	walk(empty, FTS_PHYSICAL, NULL, NULL);
	walk(one, 0, NULL, NULL);
	unlink("t/p");
	unlink("t/x");
	unlink("t/a/up");
	unlink("t/l");
	unlink("t/a/b/g");
	unlink("t/f");
	rmdir("t/e");
	rmdir("t/a/b");
	rmdir("t/a");
	rmdir("t");
	return 0;
}
