/* file: what kind of file each is, by its first bytes. file [-bL] FILE… */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static int brief, follow;

/* Whether all is UTF-8; `plain` when it is ASCII. */
static int is_text(const unsigned char *bytes, ssize_t count, int *plain)
{
	*plain = 1;
	for (ssize_t i = 0; i < count; i++) {
		unsigned char c = bytes[i];
		if (c < 128) {
			if (!isprint(c) && !strchr("\a\b\t\n\v\f\r\033", c))
				return 0;
			if (c == 0)
				return 0;
			continue;
		}
		*plain = 0;
		int more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc2 ? 1 : 0;
		if (more == 0)
			return 0;
		for (; more > 0 && i + 1 < count; more--)
			if ((bytes[++i] & 0xc0) != 0x80)
				return 0;
	}
	return 1;
}

static const char *content(const char *path)
{
	static char text[400];
	unsigned char bytes[4096];
	int plain;
	int fd = open(path, O_RDONLY);
	ssize_t count = fd == -1 ? -1 : read(fd, bytes, sizeof bytes);
	if (fd != -1)
		close(fd);
	if (count == -1)
		return snprintf(text, sizeof text, "regular file, no read permission"), text;
	if (count == 0)
		return "empty";
	if (count >= 4 && memcmp(bytes, "\177ELF", 4) == 0)
		return "ELF 64-bit LSB executable, x86-64";
	if (!is_text(bytes, count, &plain))
		return "data";
	const char *letters = plain ? "ASCII text" : "Unicode text, UTF-8 text";
	const unsigned char *end = memchr(bytes, '\n', count);
	if (count > 2 && bytes[0] == '#' && bytes[1] == '!' && end) {
		const char *path_of = (const char *)bytes + 2;
		path_of += strspn(path_of, " ");
		int length = strcspn(path_of, " \n");
		int shell = (length == 7 && strncmp(path_of, "/bin/sh", 7) == 0);
		if (shell)
			snprintf(text, sizeof text, "POSIX shell script, %s executable", letters);
		else
			snprintf(text, sizeof text, "a %.*s script, %s executable", length, path_of, letters);
		return text;
	}
	snprintf(text, sizeof text, "%s%s", letters, end || count == (ssize_t)sizeof bytes ? "" : ", with no line terminators");
	return text;
}

static void describe(const char *path, int width)
{
	struct stat status;
	char target[4096];
	if (!brief)
		printf("%s:%*s ", path, width - (int)strlen(path), "");
	if ((follow ? stat : lstat)(path, &status) == -1) {
		printf("cannot open `%s' (%s)\n", path, strerror(errno));
		return;
	}
	ssize_t length;
	switch (status.st_mode & S_IFMT) {
	case S_IFDIR:
		puts(status.st_mode & S_ISVTX ? "sticky, directory" : "directory");
		break;
	case S_IFIFO:
		puts("fifo (named pipe)");
		break;
	case S_IFSOCK:
		puts("socket");
		break;
	case S_IFCHR:
		printf("character special (%u/%u)\n", major(status.st_rdev), minor(status.st_rdev));
		break;
	case S_IFLNK:
		length = readlink(path, target, sizeof target - 1);
		target[length < 0 ? 0 : length] = 0;
		printf("%ssymbolic link to %s\n", stat(path, &status) == -1 ? "broken " : "", target);
		break;
	default:
		puts(content(path));
	}
}

int main(int argc, char **argv)
{
	int option, width = 0;
	while ((option = getopt(argc, argv, "bL")) != -1) {
		if (option == '?')
			return fputs("Usage: file [-bL] FILE...\n", stderr), 1;
		brief |= option == 'b';
		follow |= option == 'L';
	}
	if (optind == argc)
		return fputs("Usage: file [-bL] FILE...\n", stderr), 1;
	for (int i = optind; i < argc; i++)
		if ((int)strlen(argv[i]) > width)
			width = strlen(argv[i]);
	for (int i = optind; i < argc; i++)
		describe(argv[i], width);
	return 0;
}
