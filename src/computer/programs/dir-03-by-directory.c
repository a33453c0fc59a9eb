/* Calls by a directory and a name, and signal as who asks for POSIX alone has it: for once, without blocking. */
#define _XOPEN_SOURCE 700
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static volatile int caught;

static void count(int signal)
{
	sigset_t mask;
	caught++;
	sigprocmask(SIG_BLOCK, NULL, &mask);
	printf("caught, %s\n", sigismember(&mask, signal) ? "blocked" : "not blocked");
}

static void by_directory(void)
{
	char target[64];
	struct stat status;
	DIR *directory;
	struct dirent entry, *found;
	int names = 0;
	char base[] = "/tmp/posixXXXXXX";
	if (mkdtemp(base) == NULL || chdir(base) == -1)
		return;
	printf("%d ", mkdirat(AT_FDCWD, "d", 0755));
	printf("%d ", mkfifoat(AT_FDCWD, "f", 0600));
	printf("%d ", symlinkat("f", AT_FDCWD, "s"));
	printf("%ld ", (long)readlinkat(AT_FDCWD, "s", target, sizeof target));
	printf("%d ", renameat(AT_FDCWD, "f", AT_FDCWD, "g"));
	printf("%d ", fchmodat(AT_FDCWD, "g", 0640, 0));
	printf("%d ", fstatat(AT_FDCWD, "g", &status, 0));
	printf("%o ", (unsigned)status.st_mode);
	printf("%d\n", faccessat(AT_FDCWD, "g", R_OK, 0));
	directory = opendir(".");
	while (readdir_r(directory, &entry, &found) == 0 && found != NULL)
		names++;
	closedir(directory);
	printf("%d names\n", names);
	errno = 0;
	printf("%d ", unlinkat(AT_FDCWD, "d", 0));
	printf("%d ", errno == EISDIR);
	printf("%d ", unlinkat(AT_FDCWD, "d", AT_REMOVEDIR));
	printf("%d %d ", unlinkat(AT_FDCWD, "g", 0), unlinkat(AT_FDCWD, "s", 0));
	errno = 0;
	printf("%d ", mkdirat(-7, "d", 0755));
	printf("%d ", errno == EBADF);
	chdir("/");
	printf("%d\n", rmdir(base));
}

int main(void)
{
	by_directory();
	signal(SIGUSR1, count);
	raise(SIGUSR1);
	printf("the action %s\n", signal(SIGUSR1, SIG_IGN) == SIG_DFL ? "was for once" : "stayed");
	return caught;
}
