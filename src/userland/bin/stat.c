/* stat: what is known of a file, or of its file system. stat [-fLt] [-c FORMAT | --printf FORMAT] FILE… */
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
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
	char date[32], zone[8];
	const struct tm *local = localtime(&time->tv_sec);
	strftime(date, sizeof date, "%Y-%m-%d %H:%M:%S", local);
	strftime(zone, sizeof zone, "%z", local);
	snprintf(text, sizeof text, "%s.%09ld %s", date, time->tv_nsec, zone);
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
	case 'D': printf("%lx", (unsigned long)status->st_dev); break;
	case 'W': putchar('0'); break;
	case 'w': putchar('-'); break;
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

static void print_system_directive(char directive, const char *name, const struct statfs *status)
{
	switch (directive) {
	case 'a': printf("%lu", (unsigned long)status->f_bavail); break;
	case 'b': printf("%lu", (unsigned long)status->f_blocks); break;
	case 'c': printf("%lu", (unsigned long)status->f_files); break;
	case 'd': printf("%lu", (unsigned long)status->f_ffree); break;
	case 'f': printf("%lu", (unsigned long)status->f_bfree); break;
	case 'i': printf("0"); break;
	case 'l': printf("%ld", (long)status->f_namelen); break;
	case 'n': printf("%s", name); break;
	case 's': printf("%ld", (long)status->f_bsize); break;
	case 'S': printf("%ld", (long)status->f_frsize); break;
	case 't': printf("%lx", (long)status->f_type); break;
	case 'T': printf("tmpfs"); break;
	case '%': putchar('%'); break;
	default: putchar('?');
	}
}

/* With --printf, escapes stand for characters, and nothing ends the line. */
static int escaped;

static char escape(const char **at)
{
	static const char letters[] = "abefnrtv";
	static const char meanings[] = "\a\b\033\f\n\r\t\v";
	const char *found = strchr(letters, *++*at);
	return found && **at ? meanings[found - letters] : **at;
}

/* A directive may have flags and a width, as printf has them. */
static void print_wide(const char **format, const char *name, const struct stat *status, const struct statfs *system)
{
	char *text = NULL;
	size_t length;
	char conversion[32] = "%";
	size_t flags = strspn(*format + 1, "-+ #0123456789.");
	if (flags > sizeof conversion - 3)
		flags = sizeof conversion - 3;
	strncat(conversion, *format + 1, flags);
	strcat(conversion, "s");
	*format += flags + 1;
	FILE *kept = stdout;
	if (flags) {
		stdout = open_memstream(&text, &length);
		if (stdout == NULL)
			error(1, errno, "memory exhausted");
	}
	if (system)
		print_system_directive(**format, name, system);
	else
		print_directive(**format, name, status);
	if (flags) {
		fclose(stdout);
		stdout = kept;
		printf(conversion, text);
		free(text);
	}
}

static void print_format(const char *format, const char *name, const struct stat *status, const struct statfs *system)
{
	for (; *format; format++) {
		if (escaped && *format == '\\' && format[1])
			putchar(escape(&format));
		else if (*format != '%' || format[1] == 0)
			putchar(*format);
		else
			print_wide(&format, name, status, system);
	}
	if (!escaped)
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

static const struct option longs[] = {
	{"dereference", no_argument, NULL, 'L'}, {"file-system", no_argument, NULL, 'f'}, {"format", required_argument, NULL, 'c'},
	{"printf", required_argument, NULL, 'p'}, {"terse", no_argument, NULL, 't'}, {NULL, 0, NULL, 0},
};

#define OF_SYSTEM "  File: \"%n\"\n    ID: %-8i Namelen: %-7l Type: %T\nBlock size: %-10s Fundamental block size: %S\n" \
	"Blocks: Total: %-10b Free: %-10f Available: %a\nInodes: Total: %-10c Free: %d"

int main(int argc, char **argv)
{
	int option, follow = 0, failed = 0, of_system = 0;
	const char *format = NULL;
	while ((option = getopt_long(argc, argv, "c:fLt", longs, NULL)) != -1) {
		switch (option) {
		case 'f':
			of_system = 1;
			break;
		case 'p':
			format = optarg;
			escaped = 1;
			break;
		case 't':
			format = "%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %W %o";
			break;
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
		struct statfs system;
		if (of_system) {
			if (statfs(argv[i], &system) == 0) {
				print_format(format ? format : OF_SYSTEM, argv[i], NULL, &system);
			} else {
				error(0, errno, "cannot read file system information for '%s'", argv[i]);
				failed = 1;
			}
		} else if ((follow ? stat : lstat)(argv[i], &status) == -1) {
			error(0, errno, "cannot statx '%s'", argv[i]);
			failed = 1;
		} else if (format) {
			print_format(format, argv[i], &status, NULL);
		} else {
			print_all(argv[i], &status);
		}
	}
	return failed;
}
