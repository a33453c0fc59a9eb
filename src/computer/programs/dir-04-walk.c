/* DIR-04: walks through a tree, and names beside a directory. */
#define _GNU_SOURCE
#include "row.h"
#include <dirent.h>
#include <ftw.h>
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static int tell(const char *path, const struct stat *status, int type, struct FTW *place)
{
	mode_t mode = type == FTW_NS || type == FTW_SLN ? 0 : status->st_mode;
	printf("%s type %d base %d level %d mode %o\n", path, type, place->base, place->level, mode);
	return 0;
}

static int tell_where(const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)status;
	char *here = getcwd(NULL, 0);
	printf("%s type %d in %s: %d\n", path, type, strrchr(here, '/'), access(path + place->base, F_OK));
	free(here);
	return 0;
}

static int tell_plainly(const char *path, const struct stat *status, int type)
{
	(void)status;
	printf("%s type %d\n", path, type);
	return 0;
}

static int stop_at_two(const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)path, (void)status, (void)type;
	return place->level == 2 ? 42 : 0;
}

static void working_directory(void)
{
	char small[4];
	show("chdir", chdir("t/a"));
	show("getcwd too small", getcwd(small, 4) ? 0 : -1);
	show("getcwd of nothing", getcwd(small, 0) ? 0 : -1);
	show("getcwd of its own, too small", getcwd(NULL, 3) ? 0 : -1);
	char *own = getcwd(NULL, 4096);
	printf("%s\n", strrchr(own, '/'));
	free(own);
	show("chdir", chdir("../.."));
}

static void at_names(void)
{
	char target[8];
	show("mkdirat", mkdirat(AT_FDCWD, "m", 0700));
	show("renameat", renameat(AT_FDCWD, "m", AT_FDCWD, "n"));
	show("symlinkat", symlinkat("to", AT_FDCWD, "n/link"));
	show("readlinkat", readlinkat(AT_FDCWD, "n/link", target, sizeof target));
	show("faccessat", faccessat(AT_FDCWD, "n/link", F_OK, 0));
	show("fchmodat", fchmodat(AT_FDCWD, "n", 0755, 0));
	show("unlinkat a directory", unlinkat(AT_FDCWD, "n", 0));
	show("unlinkat", unlinkat(AT_FDCWD, "n/link", 0));
	show("unlinkat AT_REMOVEDIR", unlinkat(AT_FDCWD, "n", AT_REMOVEDIR));
	show("bad descriptor", mkdirat(77, "m", 0700));
	show("absolute", mkdirat(77, "/", 0700));
}

int main(void)
{
	umask(022);
	mkdir("t", 0755);
	mkdir("t/a", 0755);
	mkdir("t/a/b", 0755);
	symlink("nowhere", "t/a/b/link");
	show("follow", nftw("t/", tell, 5, 0));
	show("depth", nftw("t", tell, 5, FTW_DEPTH));
	show("physical", nftw("t/a", tell, 5, FTW_PHYS));
	show("a link", nftw("t/a/b/link", tell, 5, 0));
	show("chdir", nftw("t/a", tell_where, 5, FTW_CHDIR));
	show("chdir depth", nftw("t", tell_where, 5, FTW_CHDIR | FTW_DEPTH | FTW_PHYS));
	show("ftw", ftw("t", tell_plainly, 5));
	show("stopped", nftw("t", stop_at_two, 5, FTW_PHYS));
	show("none", nftw("none", tell, 5, FTW_PHYS));
	show("empty", nftw("", tell, 5, FTW_PHYS));
	DIR *directory = opendir("t");
	struct dirent entry, *result;
	int found = 0;
	while (readdir_r(directory, &entry, &result) == 0 && result)
		found += strcmp(entry.d_name, "a") == 0 && entry.d_type == DT_DIR;
	printf("readdir_r: %d %d\n", found, result == NULL);
	closedir(directory);
	working_directory();
	at_names();
	show("kill nobody with a bad signal", kill(99999, 99));
	show("kill with a bad signal", kill(getpid(), 99));
	static const int signals[] = {34, 35, 48, 49, 63, 64};
	for (int i = 0; i < 6; i++) {
		siginfo_t info = {0};
		info.si_signo = signals[i];
		info.si_code = SI_QUEUE;
		psiginfo(&info, "psiginfo");
	}
	return 0;
}
