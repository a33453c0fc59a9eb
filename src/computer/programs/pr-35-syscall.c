// syscall: system calls by their numbers, which answer and fail as the functions do.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* An entry as getdents gives it: its type is its last byte. */
struct entry {
	unsigned long number;
	long next;
	unsigned short length;
	char name[];
};

static void told(const char *what, long answer)
{
	printf("%s: %ld %s\n", what, answer, answer == -1 ? strerrorname_np(errno) : "");
}

static void entries(long fd)
{
	char buffer[1024];
	int dots = 0, files = 0;
	long filled;
	while ((filled = syscall(SYS_getdents, fd, buffer, sizeof buffer)) > 0)
		for (long at = 0; at < filled;) {
			struct entry *entry = (struct entry *)(buffer + at);
			char type = buffer[at + entry->length - 1];
			if (entry->name[0] == '.')
				dots++;
			else
				files += type == 8 && strcmp(entry->name, "one") == 0;
			at += entry->length;
		}
	printf("entries: %d of dots, %d file\n", dots, files);
}

int main(void)
{
	struct stat status;
	char text[64] = "";
	int pair[2];
	told("mkdir", syscall(SYS_mkdir, "d", 0700L));
	told("mkdir again", syscall(__NR_mkdir, "d", 0700L));
	told("symlink", syscall(SYS_symlink, "d", "l"));
	told("readlink", syscall(SYS_readlink, "l", text, sizeof text));
	told("stat", syscall(SYS_stat, "nosuch", &status));
	told("newfstatat", syscall(SYS_newfstatat, (long)AT_FDCWD, "l", &status, (long)AT_SYMLINK_NOFOLLOW));
	printf("%s, a link: %d\n", text, S_ISLNK(status.st_mode));
	told("socketpair", syscall(SYS_socketpair, (long)AF_UNIX, (long)SOCK_STREAM, 0L, pair));
	told("sendto", syscall(SYS_sendto, (long)pair[0], "hello", 5L, 0L, NULL, 0L));
	told("recvfrom", syscall(SYS_recvfrom, (long)pair[1], text, sizeof text, 0L, NULL, NULL));
	long fd = syscall(SYS_openat, (long)AT_FDCWD, "d", (long)(O_RDONLY | O_DIRECTORY));
	syscall(SYS_close, syscall(SYS_openat, fd, "one", (long)(O_CREAT | O_WRONLY), 0600L));
	entries(fd);
	told("a number that no call has", syscall(5000L));
	fflush(stdout);
	syscall(SYS_exit_group, 5L);
}
