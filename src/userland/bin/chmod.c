/* chmod: changes permission bits. chmod [-Rvcf] MODE FILE…, MODE octal or as u+x,go=r */
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static mode_t mask;

/* One clause such as `u+x`; NULL when it is none. */
static const char *clause(const char *at, mode_t *mode, int directory)
{
	mode_t who = 0;
	for (; *at && strchr("ugoa", *at); at++)
		who |= *at == 'u' ? 04700 : *at == 'g' ? 02070 : *at == 'o' ? 01007 : 07777;
	mode_t changeable = who ? who : 07777 & ~mask;
	if (*at == 0 || !strchr("+-=", *at))
		return NULL;
	while (*at && strchr("+-=", *at)) {
		char operator = *at++;
		mode_t bits = 0;
		for (; *at && strchr("rwxXst", *at); at++) {
			switch (*at) {
			case 'r':
				bits |= 0444;
				break;
			case 'w':
				bits |= 0222;
				break;
			case 'x':
				bits |= 0111;
				break;
			case 'X':
				if (directory || (*mode & 0111))
					bits |= 0111;
				break;
			case 's':
				bits |= 06000;
				break;
			default:
				bits |= 01000;
			}
		}
		bits &= changeable;
		if (operator == '+')
			*mode |= bits;
		else if (operator == '-')
			*mode &= ~bits;
		else
			*mode = (*mode & ~((who ? who : 0777) & 0777)) | bits;
	}
	return at;
}

static int change(const char *text, mode_t *mode, int directory)
{
	if (text[strspn(text, "01234567")] == 0) {
		*mode = strtol(text, NULL, 8) & 07777;
		return *text != 0;
	}
	for (;;) {
		text = clause(text, mode, directory);
		if (text == NULL || (*text && *text != ','))
			return 0;
		if (*text == 0)
			return 1;
		text++;
	}
}

static const char *wanted;
/* -R; -v tells of every file, -c of those that changed; -f says nothing of those that cannot be changed. */
static int recursive, telling, telling_changes, silent;
static int failed;

static int refer(void)
{
	fputs("Try 'chmod --help' for more information.\n", stderr);
	return 1;
}

static const char *mode_text(mode_t mode)
{
	static char texts[2][10];
	static int turn;
	char *text = texts[turn = !turn];
	for (int i = 0; i < 9; i++)
		text[i] = mode & (0400 >> i) ? "rwxrwxrwx"[i] : '-';
	if (mode & S_ISUID)
		text[2] = mode & 0100 ? 's' : 'S';
	if (mode & S_ISGID)
		text[5] = mode & 0010 ? 's' : 'S';
	if (mode & S_ISVTX)
		text[8] = mode & 0001 ? 't' : 'T';
	return text;
}

static void complain_of(int why, const char *what, const char *path)
{
	if (!silent)
		error(0, why, what, path);
	failed = 1;
}

static void change_file(const char *path, int named)
{
	struct stat status;
	if ((named ? stat : lstat)(path, &status) == -1) {
		complain_of(errno, "cannot access '%s'", path);
		return;
	}
	if (S_ISLNK(status.st_mode))
		return;
	mode_t old = status.st_mode & 07777;
	mode_t mode = old;
	change(wanted, &mode, S_ISDIR(status.st_mode));
	if (chmod(path, mode) == -1)
		complain_of(errno, "changing permissions of '%s'", path);
	else if (mode != old && (telling || telling_changes))
		printf("mode of '%s' changed from %04o (%s) to %04o (%s)\n", path, old, mode_text(old), mode, mode_text(mode));
	else if (telling)
		printf("mode of '%s' retained as %04o (%s)\n", path, mode, mode_text(mode));
	DIR *directory = recursive && S_ISDIR(status.st_mode) ? opendir(path) : NULL;
	if (recursive && S_ISDIR(status.st_mode) && directory == NULL)
		complain_of(errno, "cannot read directory '%s'", path);
	for (struct dirent *entry; directory && (entry = readdir(directory)) != NULL;) {
		char below[PATH_MAX];
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
			snprintf(below, sizeof below, "%s/%s", path, entry->d_name) < (int)sizeof below)
			change_file(below, 0);
	}
	if (directory)
		closedir(directory);
}

/* A mode such as -x looks like an option. */
static int is_option(const char *word)
{
	return word[0] == '-' && word[1] && word[1 + strspn(word + 1, "Rvcf")] == 0;
}

int main(int argc, char **argv)
{
	int at = 1;
	mask = umask(0);
	umask(mask);
	for (; at < argc && is_option(argv[at]); at++) {
		recursive |= strchr(argv[at], 'R') != NULL;
		telling |= strchr(argv[at], 'v') != NULL;
		telling_changes |= strchr(argv[at], 'c') != NULL;
		silent |= strchr(argv[at], 'f') != NULL;
	}
	if (at < argc && strcmp(argv[at], "--") == 0)
		at++;
	if (argc - at < 2) {
		if (at == argc)
			error(0, 0, "missing operand");
		else
			error(0, 0, "missing operand after '%s'", argv[at]);
		return refer();
	}
	wanted = argv[at++];
	mode_t tried = 0;
	if (!change(wanted, &tried, 0)) {
		error(0, 0, "invalid mode: '%s'", wanted);
		return refer();
	}
	for (; at < argc; at++)
		change_file(argv[at], 1);
	return failed;
}
