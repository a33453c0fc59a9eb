/* Where the shell is: cd and pwd. The way it came by, with links, is kept beside the directory itself. See POSIX cd. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "sh.h"

#define LONGEST 4096

/* The name of the directory as the shell came there; empty when it is not known. */
static char place[LONGEST];

static int is_here(const char *path)
{
	struct stat a, b;
	return *path == '/' && stat(path, &a) == 0 && stat(".", &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* At the beginning: PWD is believed when it is true. */
void take_place(void)
{
	const char *pwd = value_of("PWD");
	char path[LONGEST];
	if (pwd && strlen(pwd) < sizeof place && is_here(pwd))
		strcpy(place, pwd);
	else if (getcwd(path, sizeof path))
		strcpy(place, path);
	if (*place)
		assign("PWD", place);
		export_name("PWD", 0);
}

/* `to` from `place`, with . and .. taken away by name; 0 when it is too long. */
static int joined(char *path, const char *to)
{
	size_t length = 0;
	if (*to != '/')
		length = strlen(strcpy(path, place));
	if (length + strlen(to) + 2 > LONGEST)
		return 0;
	while (*to) {
		size_t size = strcspn(to, "/");
		if (size == 2 && strncmp(to, "..", 2) == 0) {
			while (length > 0 && path[--length] != '/')
				;
		} else if (size > 0 && !(size == 1 && *to == '.')) {
			if (length == 0 || path[length - 1] != '/')
				path[length++] = '/';
			memcpy(path + length, to, size);
			length += size;
		}
		to += size + (to[size] == '/');
	}
	if (length == 0)
		path[length++] = '/';
	path[length] = 0;
	return 1;
}

static int is_physical(int argc, char **argv, int *at)
{
	int letter;
	int physical = 0;
	while ((letter = next_option(argc, argv, at, "LP")))
		physical = letter == 'P';
	return physical;
}

static int move(const char *to, int physical)
{
	char path[LONGEST];
	char real[LONGEST];
	int named = !physical && (*place || *to == '/') && joined(path, to);
	if (chdir(named ? path : to) == -1)
		return -1;
	if (*place) {
		assign("OLDPWD", place);
		export_name("OLDPWD", 0);
	}
	if (!named)
		strcpy(path, getcwd(real, sizeof real) ? real : "");
	strcpy(place, path);
	assign("PWD", place);
	export_name("PWD", 0);
	return 0;
}

/* Along CDPATH; NULL when it is not below any of its directories. */
static const char *along_cdpath(const char *to, int *say)
{
	const char *path = value_of("CDPATH");
	int dotted = *to == '.' && (to[1] == 0 || to[1] == '/' || (to[1] == '.' && (to[2] == 0 || to[2] == '/')));
	while (path && *path && *to != '/' && !dotted) {
		struct stat file;
		size_t length = strcspn(path, ":");
		char *full = keep(length + strlen(to) + 2);
		memcpy(full, path, length);
		if (length && full[length - 1] != '/')
			full[length++] = '/';
		strcpy(full + length, to);
		if (stat(full, &file) == 0 && S_ISDIR(file.st_mode)) {
			*say = length > 0;
			return full;
		}
		path += strcspn(path, ":");
		path += *path == ':';
	}
	return NULL;
}

int cd_command(int argc, char **argv)
{
	int at = 1;
	int say = 0;
	int physical = is_physical(argc, argv, &at);
	const char *to = at < argc ? argv[at] : value_of("HOME");
	if (to && strcmp(to, "-") == 0) {
		to = value_of("OLDPWD");
		say = 1;
	}
	if (to == NULL || *to == 0)
		to = ".";
	const char *found = along_cdpath(to, &say);
	if (move(found ? found : to, physical) == -1)
		fail("can't cd to %s", to);
	if (say)
		puts(place);
	return 0;
}

int pwd_command(int argc, char **argv)
{
	char path[LONGEST];
	int at = 1;
	if (is_physical(argc, argv, &at) && getcwd(path, sizeof path))
		puts(path);
	else
		puts(place);
	return 0;
}
