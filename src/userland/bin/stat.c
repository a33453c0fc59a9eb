/* stat: what is known of a file. stat [-L] [-c FORMAT] FILE… */
#include <errno.h>
#include <error.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>
#include "shared/shared.h"

static const char *type_of(const struct stat *status)
{
	switch (status->st_mode & S_IFMT) {
	case S_IFDIR: return "directory";
	case S_IFLNK: return "symbolic link";
	case S_IFIFO: return "fifo";
	case S_IFSOCK: return "socket";
	case S_IFCHR: return "character special file";
	case S_IFBLK: return "block special file";
	default: return status->st_size ? "regular file" : "regular empty file";
	}
}

static const char *mode_text(mode_t mode)
{
	static char text[11];
	text[0] = S_ISDIR(mode) ? 'd' : S_ISLNK(mode) ? 'l' : S_ISFIFO(mode) ? 'p' : S_ISCHR(mode) ? 'c' :
		S_ISBLK(mode) ? 'b' : S_ISSOCK(mode) ? 's' : '-';
	for (int i = 0; i < 9; i++)
		text[i + 1] = mode & (0400 >> i) ? "rwxrwxrwx"[i] : '-';
	if (mode & S_ISUID)
		text[3] = mode & S_IXUSR ? 's' : 'S';
	if (mode & S_ISGID)
		text[6] = mode & S_IXGRP ? 's' : 'S';
	if (mode & S_ISVTX)
		text[9] = mode & S_IXOTH ? 't' : 'T';
	return text;
}

static const char *when(const struct timespec *time)
{
	static char text[64];
	char date[32];
	strftime(date, sizeof date, "%Y-%m-%d %H:%M:%S", localtime(&time->tv_sec));
	snprintf(text, sizeof text, "%s.%09ld +0000", date, time->tv_nsec);
	return text;
}

static const char *user_name(uid_t uid)
{
	struct passwd *user = getpwuid(uid);
	return user ? user->pw_name : "UNKNOWN";
}

static const char *group_name(gid_t gid)
{
	struct group *group = getgrgid(gid);
	return group ? group->gr_name : "UNKNOWN";
}

/* A name, and of a link where it leads. */
static void print_name(const char *name, const struct stat *status, const char *quote)
{
	char target[4096];
	printf("%s%s%s", quote, name, quote);
	ssize_t length = S_ISLNK(status->st_mode) ? readlink(name, target, sizeof target) : -1;
	if (length >= 0)
		printf(" -> %s%.*s%s", quote, (int)length, target, quote);
}

static void print_directive(char directive, const char *name, const struct stat *status)
{
	switch (directive) {
	case 'n': printf("%s", name); break;
	case 'N': print_name(name, status, "'"); break;
	case 's': printf("%ld", (long)status->st_size); break;
	case 'a': printf("%o", status->st_mode & 07777); break;
	case 'A': printf("%s", mode_text(status->st_mode)); break;
	case 'f': printf("%x", status->st_mode); break;
	case 'F': printf("%s", type_of(status)); break;
	case 'h': printf("%lu", (unsigned long)status->st_nlink); break;
	case 'i': printf("%lu", (unsigned long)status->st_ino); break;
	case 'd': printf("%lu", (unsigned long)status->st_dev); break;
	case 't': printf("%x", major(status->st_rdev)); break;
	case 'T': printf("%x", minor(status->st_rdev)); break;
	case 'u': printf("%u", status->st_uid); break;
	case 'U': printf("%s", user_name(status->st_uid)); break;
	case 'g': printf("%u", status->st_gid); break;
	case 'G': printf("%s", group_name(status->st_gid)); break;
	case 'b': printf("%ld", (long)status->st_blocks); break;
	case 'B': printf("512"); break;
	case 'o': printf("%ld", (long)status->st_blksize); break;
	case 'x': printf("%s", when(&status->st_atim)); break;
	case 'y': printf("%s", when(&status->st_mtim)); break;
	case 'z': printf("%s", when(&status->st_ctim)); break;
	case 'X': printf("%ld", (long)status->st_atim.tv_sec); break;
	case 'Y': printf("%ld", (long)status->st_mtim.tv_sec); break;
	case 'Z': printf("%ld", (long)status->st_ctim.tv_sec); break;
	case '%': putchar('%'); break;
	default: putchar('?');
	}
}

static void print_format(const char *format, const char *name, const struct stat *status)
{
	for (; *format; format++) {
		if (*format != '%' || format[1] == 0)
			putchar(*format);
		else
			print_directive(*++format, name, status);
	}
	putchar('\n');
}

static void print_all(const char *name, const struct stat *status)
{
	printf("  File: ");
	print_name(name, status, "");
	printf("\n  Size: %-10ld\tBlocks: %-10ld IO Block: %-6ld %s\n", (long)status->st_size, (long)status->st_blocks,
		(long)status->st_blksize, type_of(status));
	printf("Device: %u,%u\tInode: %-11lu Links: ", major(status->st_dev), minor(status->st_dev),
		(unsigned long)status->st_ino);
	if (S_ISCHR(status->st_mode) || S_ISBLK(status->st_mode))
		printf("%-5lu Device type: %u,%u\n", (unsigned long)status->st_nlink, major(status->st_rdev), minor(status->st_rdev));
	else
		printf("%lu\n", (unsigned long)status->st_nlink);
	printf("Access: (%04o/%s)  Uid: (%5u/%8s)   Gid: (%5u/%8s)\n", status->st_mode & 07777, mode_text(status->st_mode),
		status->st_uid, user_name(status->st_uid), status->st_gid, group_name(status->st_gid));
	printf("Access: %s\n", when(&status->st_atim));
	printf("Modify: %s\n", when(&status->st_mtim));
	printf("Change: %s\n Birth: -\n", when(&status->st_ctim));
}

int main(int argc, char **argv)
{
	int option, follow = 0, failed = 0;
	const char *format = NULL;
	while ((option = getopt(argc, argv, "Lc:")) != -1) {
		switch (option) {
		case 'L':
			follow = 1;
			break;
		case 'c':
			format = optarg;
			break;
		default:
			refer_to_help(1);
		}
	}
	if (optind == argc) {
		error(0, 0, "missing operand");
		refer_to_help(1);
	}
	for (int i = optind; i < argc; i++) {
		struct stat status;
		if ((follow ? stat : lstat)(argv[i], &status) == -1) {
			error(0, errno, "cannot statx '%s'", argv[i]);
			failed = 1;
		} else if (format) {
			print_format(format, argv[i], &status);
		} else {
			print_all(argv[i], &status);
		}
	}
	return failed;
}
